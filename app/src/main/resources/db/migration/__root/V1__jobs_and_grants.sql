-- The application role serves; it may read and write rows of every table that later migrations make, and nothing else.
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" GRANT USAGE ON SCHEMAS TO "${application}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${application}";
ALTER DEFAULT PRIVILEGES FOR ROLE "${owner}" GRANT USAGE, SELECT ON SEQUENCES TO "${application}";

-- The job table of db-scheduler, with its only binary column bounded: payloads are ids.
CREATE SCHEMA job;

CREATE TABLE job.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    CONSTRAINT scheduled_tasks_pk PRIMARY KEY (task_name, task_instance),
    CONSTRAINT scheduled_tasks_small_payload CHECK (octet_length(task_data) <= 2048)
);

CREATE INDEX scheduled_tasks_due ON job.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON job.scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority_due ON job.scheduled_tasks (priority DESC, execution_time ASC);

COMMENT ON COLUMN job.scheduled_tasks.task_name IS 'privacy:none';
COMMENT ON COLUMN job.scheduled_tasks.task_instance IS 'privacy:id';
COMMENT ON COLUMN job.scheduled_tasks.picked_by IS 'privacy:none';
