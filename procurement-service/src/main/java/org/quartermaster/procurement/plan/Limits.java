package org.quartermaster.procurement.plan;

import io.vertx.sqlclient.Row;

/** What a plan allows; -1 is no limit. Days of trial are days of the plan professional. */
public record Limits(
        int dailyQueries,
        int monthlyQueries,
        int alerts,
        int savedSearches,
        int exportsPerDay,
        int webhooks,
        int apiKeys,
        int members,
        int requestsPerMinute,
        boolean allowVpn,
        int trialDays) {

    static Limits of(Row row) {
        return new Limits(
                row.getInteger("daily_queries"),
                row.getInteger("monthly_queries"),
                row.getInteger("alerts"),
                row.getInteger("saved_searches"),
                row.getInteger("exports_per_day"),
                row.getInteger("webhooks"),
                row.getInteger("api_keys"),
                row.getInteger("members"),
                row.getInteger("requests_per_minute"),
                row.getBoolean("allow_vpn"),
                row.getInteger("trial_days"));
    }
}
