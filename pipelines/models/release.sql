-- The one row that says which release this is.
SELECT version, data_through, inputs_sha256
FROM raw.package
