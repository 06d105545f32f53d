-- The transactions that one report costs the database, without a server in front of them: the ceiling of `bench intake`.
-- Each section is one transaction. The values are those of reports that the server has just taken, only the numbers are
-- new, so rows are as wide as the server's. Statements end with a semicolon at the end of a line; ? are parameters.

-- section: prepare
DROP SCHEMA IF EXISTS ceiling CASCADE;
CREATE SCHEMA ceiling;
CREATE TABLE ceiling.record_key (LIKE vault.record_key INCLUDING ALL);
CREATE TABLE ceiling.report (LIKE intake.report INCLUDING ALL);
CREATE TABLE ceiling.filing_key (LIKE intake.filing_key INCLUDING ALL);
CREATE TABLE ceiling.received (LIKE intake.received INCLUDING ALL);
CREATE TABLE ceiling.inbox (LIKE journal.inbox INCLUDING ALL);
CREATE TABLE ceiling.entry (LIKE journal.entry INCLUDING ALL);
CREATE TABLE ceiling.head (LIKE journal.head INCLUDING ALL);
ALTER TABLE ceiling.inbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- A server that has just filled its tables has told the planner nothing of them yet.
ANALYZE intake.report, intake.received, vault.record_key, journal.entry;

-- section: sample
SELECT report.provider_id, report.provider_name, report.incident_type, report.escalated, report.batched,
       report.incident_at, report.dropped_count, report.service_id, report.rubric, report.completeness, report.missing,
       received.received_text, received.reporter_sheet,
       key.kek_version, key.wrapped_key AS report_key, reporter_key.wrapped_key AS reporter_key,
       filed.actor, filed.purpose, filed.request_id, filed.body, filed.salt, filed.leaf, filed.chain, filed.mark
  FROM intake.report
  JOIN intake.received ON received.report_number = report.report_number
  JOIN vault.record_key AS key
    ON key.record_kind = 'report' AND key.record_id = report.report_number::text AND key.compartment = 'report'
  JOIN vault.record_key AS reporter_key
    ON reporter_key.record_kind = 'report' AND reporter_key.record_id = report.report_number::text
   AND reporter_key.compartment = 'reporter'
  JOIN journal.entry AS filed
    ON filed.subject_kind = 'report' AND filed.subject_id = report.report_number::text
   AND filed.fact_type = 'intake.report-filed'
 WHERE report.state = 'FINISHED'
 ORDER BY report.report_number DESC
 LIMIT 1000;

-- Before each request.
-- section: credential
SELECT c.credential_id, c.provider_id, p.name, p.lenient, c.scope, c.service, c.secret_hash, c.sandbox_only,
       c.expires_at, c.revoked_at
  FROM registry.credential AS c
  JOIN registry.provider AS p ON p.provider_id = c.provider_id
 WHERE c.user_name = ?;

-- section: open
INSERT INTO ceiling.record_key (record_kind, record_id, compartment, kek_version, wrapped_key)
VALUES ('report', ?, 'report', ?, ?);
INSERT INTO ceiling.record_key (record_kind, record_id, compartment, kek_version, wrapped_key)
VALUES ('report', ?, 'reporter', ?, ?);
WITH received AS (
    INSERT INTO ceiling.received (report_number, received_text, reporter_sheet)
    VALUES (?, ?, ?))
INSERT INTO ceiling.report
       (report_number, provider_id, provider_name, state, incident_type, escalated, batched,
        incident_at, dropped_count, item_count, opened_at, changed_at, service_id, rubric, completeness, missing)
VALUES (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?);

-- section: finish
UPDATE ceiling.report
   SET state = 'FINISHED', ended_at = ?, preserved_until = ?
 WHERE report_number = ?
   AND provider_id = ?
   AND state = 'OPEN'
   AND NOT (batched AND item_count > 1)
RETURNING report_number, provider_id, provider_name, incident_type, escalated, batched, item_count;
INSERT INTO ceiling.inbox
       (fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, recorded_at, body)
VALUES ('intake.report-filed', 1, 'report', ?, ?, ?, ?, ?, ?);

-- A whole report in one call, instead of the two above.
-- section: file
INSERT INTO ceiling.filing_key (provider_id, key_hash, report_number, filed_at)
VALUES (?, ?, ?, ?)
ON CONFLICT (provider_id, key_hash) DO NOTHING;
INSERT INTO ceiling.record_key (record_kind, record_id, compartment, kek_version, wrapped_key)
VALUES ('report', ?, 'report', ?, ?);
INSERT INTO ceiling.record_key (record_kind, record_id, compartment, kek_version, wrapped_key)
VALUES ('report', ?, 'reporter', ?, ?);
WITH received AS (
    INSERT INTO ceiling.received (report_number, received_text, reporter_sheet)
    VALUES (?, ?, ?))
INSERT INTO ceiling.report
       (report_number, provider_id, provider_name, state, incident_type, escalated, batched,
        incident_at, dropped_count, item_count, opened_at, changed_at, ended_at, preserved_until, service_id, rubric,
        completeness, missing)
VALUES (?, ?, ?, 'FINISHED', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?);
INSERT INTO ceiling.inbox
       (fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, recorded_at, body)
VALUES ('intake.report-filed', 1, 'report', ?, ?, ?, ?, ?, ?);

-- On one connection, as many facts at a time as the server took on the average.
-- section: order
WITH taken AS (
    DELETE FROM ceiling.inbox
     WHERE inbox_id IN (SELECT inbox_id FROM ceiling.inbox ORDER BY inbox_id LIMIT 1000)
    RETURNING inbox_id, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
              recorded_at, body)
INSERT INTO ceiling.entry
       (position, fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause,
        recorded_at, body, salt, leaf, chain, mark)
SELECT row_number() OVER (ORDER BY inbox_id) + ?, fact_type, fact_version, subject_kind, subject_id, actor, purpose,
       request_id, follower, cause, recorded_at, body, ?, ?, ?, ?
  FROM taken
 ORDER BY inbox_id;
INSERT INTO ceiling.head (position, chain, signature, signed_at)
VALUES (?, ?, ?, ?);
SELECT pg_notify('ceiling_sequenced', '');
