-- The columns told incidents of 45 days or more as if they had no end. They follow from the rows and are made again when
-- they are next read.

DELETE FROM column_snapshot;
