package org.quartermaster.catalog.safety;

import java.util.List;
import java.util.SortedSet;

/**
 * A tool that the work is done with, or a class of tools that a task is done with.
 *
 * @param toolName null where the class has no name in our lists
 * @param riskLevel null for a class of which no tool is in the list
 * @param because tasks, names and products by which it is meant
 * @param products the tenant's articles of its class, those in stock first
 */
record ToolAdvice(
        String toolName,
        String category,
        String etimClass,
        String unspscCode,
        RiskLevel riskLevel,
        List<String> hazards,
        List<String> mandatoryPpe,
        List<String> recommendedPpe,
        Boolean trainingRequired,
        Boolean certificationRequired,
        SortedSet<String> because,
        List<ToolProduct> products) {
    /** The articles of the tenant {@code $1} whose confirmed class is one of {@code $2}, those in stock first. */
    static final String PRODUCTS = """
            select w.code as class_code, p.id as product_id, p.sku, p.name, p.base_price as price, p.currency, s.available
            from unnest(cast($2 as text[])) w (code) join catalog.product p on p.tenant_id = $1 and p.status = 'active'
                and p.deleted_at is null and p.id in (select c.product_id from catalog.productclassification c
                  where c.tenant_id = $1 and c.status = 'confirmed' and w.code in (c.unspsc_code, c.etim_class))
              cross join lateral (select coalesce(sum(i.quantity_available), 0) as available
                from catalog.productinventory i where i.tenant_id = p.tenant_id and i.product_id = p.id) s
            order by s.available > 0 desc, p.name, p.id
            """;

    /** The names of the classes {@code $1}. */
    static final String CLASSES = """
            select e.class_code as code, e.description_en as name from catalog.etimclass e
            where e.class_code = any (cast($1 as text[])) and e.is_current order by e.class_code
            """;

    static ToolAdvice of(KnownTool tool, SortedSet<String> because, List<ToolProduct> products) {
        return new ToolAdvice(
                tool.toolName(),
                tool.category(),
                tool.etimClass(),
                tool.unspscCode(),
                tool.riskLevel(),
                tool.hazards(),
                tool.mandatoryPpe(),
                tool.recommendedPpe(),
                tool.trainingRequired(),
                tool.certificationRequired(),
                because,
                ToolProduct.of(products, tool.etimClass(), tool.unspscCode()));
    }

    /** A class of which no tool is in the list: nothing is known of its risk. */
    static ToolAdvice ofClass(String code, String name, SortedSet<String> because, List<ToolProduct> products) {
        return new ToolAdvice(
                name,
                null,
                code,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                because,
                ToolProduct.of(products, code, null));
    }
}
