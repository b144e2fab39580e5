/** First halves of street names: plain words, so that no town is meant. */
export const STREET_WORDS =
  'Alder Anchor Apple Ash Baker Barley Beacon Beech Bell Birch Bramble Brewer Canal Candle Cedar Chandler Chapel Cherry Clover Cooper Coral Cutler Dyer Elm Falcon Farrier Fern Ferry Fountain Fuller Garden Glover Granary Hazel Heron Holly Ivy Juniper Kestrel Kiln Larch Laurel Linden Mallow Maple Mason Meadow Mercer Mill Mint Myrtle Nettle Oak Orchard Osier Otter Pear Pepper Pine Plover Poplar Potter Quarry Quince Reed Ropewalk Rowan Rush Saddler Sage Sailor Salter Sandpiper Smith Sorrel Spring Swallow Tanner Teal Thatcher Thistle Thorn Tiller Turner Vine Walnut Weaver Wharf Wheel Willow Wool Wren Yew'.split(
    ' ',
  );
export const STREET_KINDS = [
  'Street',
  'Lane',
  'Road',
  'Row',
  'Avenue',
  'Close',
  'Way',
  'Place',
  'Terrace',
  'Yard',
];
