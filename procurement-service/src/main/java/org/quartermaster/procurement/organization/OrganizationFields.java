package org.quartermaster.procurement.organization;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into an organization. */
final class OrganizationFields {
    private static final int MAX_NAME = 500;
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private OrganizationFields() {}

    static void apply(Fields fields, Organization organization) {
        fields.text("name", 1, MAX_NAME).to(value -> organization.name = value);
        fields.word("org_type", OrgType.class)
                .to(value -> organization.orgType = value == null ? null : Words.of(value));
        fields.text("country", 0, 2).to(value -> organization.country = listed(fields, "country", value, COUNTRIES));
        fields.text("default_currency", 0, 3)
                .to(value -> organization.defaultCurrency = listed(fields, "default_currency", value, CURRENCIES));
    }

    private static String listed(Fields fields, String name, String value, Set<String> list) {
        if (value != null && !list.contains(value)) {
            fields.error(name, name.equals("country") ? "country_unknown" : "currency_unknown");
        }
        return value;
    }
}
