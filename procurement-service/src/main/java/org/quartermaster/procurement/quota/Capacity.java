package org.quartermaster.procurement.quota;

/** What a plan limits by how many there may be at a time; the column of the plan, and a query that counts them. */
public enum Capacity {
    ALERTS("alerts", "select count(*) from procurement.alerts where tenant_id = $1 and not over_limit"),
    SAVED_SEARCHES("saved_searches", "select count(*) from procurement.saved_searches where tenant_id = $1"),
    WEBHOOKS("webhooks", "select count(*) from procurement.webhook_endpoints where tenant_id = $1"),
    API_KEYS("api_keys", "select count(*) from procurement.api_keys where tenant_id = $1 and revoked_at is null"),
    MEMBERS("members", "select count(*) from procurement.organization_members where tenant_id = $1");

    private final String column;
    private final String count;

    Capacity(String column, String count) {
        this.column = column;
        this.count = count;
    }

    String column() {
        return column;
    }

    String count() {
        return count;
    }
}
