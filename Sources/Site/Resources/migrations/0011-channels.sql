-- Channel companies and their agents. An agent reports by an address that holds a secret; only its hash
-- is kept, and an address that was withdrawn never works again.
CREATE TABLE channel_company (
    site TEXT NOT NULL,
    company TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (site, company)
);

CREATE TABLE channel_agent (
    site TEXT NOT NULL,
    agent TEXT NOT NULL,
    company TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    token_hash TEXT,
    token_at BIGINT,
    PRIMARY KEY (site, agent)
);
CREATE UNIQUE INDEX channel_agent_token ON channel_agent (token_hash);

-- What belongs to a report beside the journal: whose words it is, and the customer, sealed as a person
-- of their own. The code is what the customer shows at the desk.
CREATE TABLE channel_report (
    site TEXT NOT NULL,
    slip TEXT NOT NULL,
    company TEXT NOT NULL,
    agent TEXT NOT NULL,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    consent_hash TEXT NOT NULL,
    expected_at BIGINT,
    sent_at BIGINT NOT NULL,
    opens_at BIGINT NOT NULL,
    PRIMARY KEY (site, slip)
);
CREATE INDEX channel_report_sent ON channel_report (site, sent_at);
CREATE INDEX channel_report_agent ON channel_report (site, agent, sent_at);
CREATE INDEX channel_report_code ON channel_report (site, code);
