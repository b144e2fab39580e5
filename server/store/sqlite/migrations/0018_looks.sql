-- Looks at incidents and exports, found by how exact they were without reading the whole history.
CREATE INDEX audit_entry_precision ON audit_entry (id)
WHERE action = 'read' AND json_extract(change, '$.precision[1]') IS NOT NULL;
