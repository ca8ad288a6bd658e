package org.quartermaster.procurement.usage;

import java.util.List;
import java.util.Locale;
import org.quartermaster.procurement.TestRows;

/** What is noted and counted of an organization. */
public record TestUsage(String tenant) {
    /** Acts and their numbers, in the order of their names. */
    List<String> noted() {
        return TestRows.texts(
                "select action_type || ' ' || tracking_metadata::text from procurement.usage_tracking"
                        + " where tenant_id = ? and user_id is not null order by action_type",
                tenant);
    }

    /** What was used up today, with its quantity. */
    public List<String> counted() {
        return TestRows.texts(
                "select resource_type || ' ' || quantity from procurement.subscription_usage where tenant_id = ?"
                        + " and period_start = date_trunc('day', now(), 'UTC') order by resource_type",
                tenant);
    }

    /** The quantity of one resource today. */
    public int counted(Resource resource) {
        var name = resource.name().toLowerCase(Locale.ROOT) + " ";
        return counted().stream()
                .filter(each -> each.startsWith(name))
                .mapToInt(each -> Integer.parseInt(each.substring(name.length())))
                .sum();
    }
}
