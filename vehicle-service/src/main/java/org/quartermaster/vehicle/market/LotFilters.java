package org.quartermaster.vehicle.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.vin.VinJudge;

/** The filters of the search that one column of lots answers each. */
@ApplicationScoped
class LotFilters {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String MOST_MONEY = "999999999999.99";
    private static final String MOST_KILOMETRES = "999999999.9";

    /** NB: some letters of the feed stand for no code and are kept as they came, in capitals. */
    private static final List<String> CODES =
            List.of("vehicle_type", "title_group", "runs_drives", "has_keys", "fuel", "drive", "transmission");

    private static final List<Filter> CAPITALS = List.of(
            new Filter("title_type", "title_type"),
            new Filter("state", "location_state"),
            new Filter("country", "location_country"));
    private static final List<Filter> AS_GIVEN =
            List.of(new Filter("yard_number", "yard_number"), new Filter("lot_external_id", "lot_external_id"));

    private static final String DAMAGE = "(l.damage_code = any (?) or l.secondary_damage_code = any (?))";
    private static final String SAME_DETAIL = """
            vehicle.word_key(l.model_detail) in (select vehicle.word_key(word) from unnest(cast(? as text[])) as word)\
            """;

    /** Where the unit is not known, nobody knows whether it is less. */
    private static final String KILOMETRES =
            "l.odometer * case l.odometer_unit when 'mi' then 1.609344 when 'km' then 1 end <= ?";

    private final VinJudge judge;

    /** A parameter that names another column than its own. NB: always read in one order, as cursors are bound to it. */
    private record Filter(String name, String column) {}

    @Inject
    LotFilters(VinJudge judge) {
        this.judge = judge;
    }

    void read(Fields query, ListQuery list) {
        CODES.forEach(name -> choice(query, list, name, name, LotFilters::bothCases));
        CAPITALS.forEach(filter -> choice(query, list, filter.name, filter.column, LotFilters::capitals));
        AS_GIVEN.forEach(filter -> choice(query, list, filter.name, filter.column, UnaryOperator.identity()));
        choice(query, list, "color", "color", LotFilters::bothCases);
        var damage = array(bothCases(Choices.read(query, "damage")));
        if (damage.length > 0) {
            list.where(DAMAGE, damage, damage);
        }
        var detail = Choices.read(query, "model_detail");
        if (!detail.isEmpty()) {
            list.where(SAME_DETAIL, (Object) array(detail));
        }
        list.words("l.sale_type", query.words("sale_type", SaleType.class));
        query.text("vin", 0, 100)
                .to(vin -> list.where("l.vin = ?", judge.requireWellFormed(vin).normalized()));
        query.bool("is_wholesale").to(is -> list.where("l.is_wholesale = ?", is));
        ranges(query, list);
        money(query, list);
    }

    private static void choice(
            Fields query, ListQuery list, String name, String column, UnaryOperator<List<String>> form) {
        var values = Choices.read(query, name);
        if (!values.isEmpty()) {
            list.where("l." + column + " = any (?)", (Object) array(form.apply(values)));
        }
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static List<String> capitals(List<String> values) {
        return values.stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
    }

    private static List<String> bothCases(List<String> values) {
        return Stream.concat(capitals(values).stream(), values.stream().map(value -> value.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void ranges(Fields query, ListQuery list) {
        query.integer("year_min", 1900, 2100).to(year -> list.where("l.year >= ?", year));
        query.integer("year_max", 1900, 2100).to(year -> list.where("l.year <= ?", year));
        query.time("auction_from").to(time -> list.where("l.auction_datetime_utc >= ?", Columns.time(time)));
        query.time("auction_to").to(time -> list.where("l.auction_datetime_utc < ?", Columns.time(time)));
        query.time("updated_since").to(time -> list.where("l.updated_at >= ?", Columns.time(time)));
        query.decimal("odometer_max", 1, "0", MOST_KILOMETRES).to(km -> list.where(KILOMETRES, km));
    }

    /** Amounts are never compared across currencies, so each filter and order by one names its currency. */
    private static void money(Fields query, ListQuery list) {
        var currency = query.text("currency", 0, 3).value();
        if (currency != null && !CURRENCY.matcher(currency).matches()) {
            query.error("currency", "string_pattern", CURRENCY.pattern());
        } else if (currency != null) {
            list.where("l.currency_code = ?", currency);
        }
        var low = query.money("bid_min", MOST_MONEY);
        var high = query.money("bid_max", MOST_MONEY);
        low.to(bid -> list.where("l.current_bid >= ?", bid));
        high.to(bid -> list.where("l.current_bid <= ?", bid));
        var sort = query.text("sort", 0, 500).or("");
        if (currency == null && (low.given() || high.given() || sort.contains("current_bid"))) {
            query.error("currency", "currency_needed");
        }
    }
}
