package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/**
 * The makes and models of the market. A search goes by their stored spelling, which alone an index gives in order; this
 * finds the spellings of what somebody typed among the few that there are.
 */
@ApplicationScoped
class Vocabulary {
    private static final String FIND = """
            with pairs as materialized (
              select distinct make, model_group from vehicle.make_model_counts
              where make is not null
                and ($1 = '{}' or vehicle.word_key(make) = any (
                  array(select vehicle.word_key(word) from unnest($1) as word)))
                and ($2 = '{}' or vehicle.word_key(model_group) = any (
                  array(select vehicle.word_key(word) from unnest($2) as word)))
            ), spelled as (
              select make, model_group, vehicle.word_forms(make) as of_make,
                coalesce(vehicle.word_forms(model_group), '') as of_model
              from pairs
            ), known as materialized (
              select word, vehicle.word_key(word) as key from unnest($3) as word
              where vehicle.word_key(word) <> ''
                and exists (
                  select from spelled where of_make like '% ' || vehicle.word_key(word) || '%'
                    or of_model like '% ' || vehicle.word_key(word) || '%')
            ), found as (
              select make, model_group, $2 = '{}' and not exists (
                select from known where of_make not like '% ' || key || '%') as is_whole
              from spelled
              where not exists (
                  select from known where of_make not like '% ' || key || '%' and of_model not like '% ' || key || '%')
                and ($1 <> '{}' or $2 <> '{}' or exists (select from known))
            )
            select array(select word from known) as known, f.make, f.model
            from (select) one
            left join (
              select distinct make, case when not is_whole then model_group end as model from found
              where is_whole or model_group is not null
            ) f on true
            order by f.make, f.model
            """.replace("$1", "cast($1 as text[])")
            .replace("$2", "cast($2 as text[])")
            .replace("$3", "cast($3 as text[])");

    private final TenantDatabase database;

    @Inject
    Vocabulary(TenantDatabase database) {
        this.database = database;
    }

    /**
     * What people asked for, as they wrote it.
     *
     * @param makes any of them; empty for every one
     * @param models any of them; empty for every one
     * @param words which each begin a word of make or model, or are none of these
     */
    record Asked(List<String> makes, List<String> models, List<String> words) {
        boolean isEmpty() {
            return makes.isEmpty() && models.isEmpty() && words.isEmpty();
        }
    }

    /** Does not ask the database where nothing was asked for. */
    Uni<MakesAndModels> find(Caller caller, Asked asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(new MakesAndModels(false, Set.of(), List.of()));
        }
        return database.read(caller, FIND, array(asked.makes), array(asked.models), array(asked.words))
                .map(rows -> found(asked, rows));
    }

    private static Object array(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static MakesAndModels found(Asked asked, RowSet<Row> rows) {
        var known = Set.copyOf(List.of(rows.iterator().next().getArrayOfStrings("known")));
        var pairs = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("make") != null)
                .map(row -> new MakesAndModels.Pair(row.getString("make"), row.getString("model")))
                .toList();
        var narrows = !asked.makes.isEmpty() || !asked.models.isEmpty() || !known.isEmpty();
        return new MakesAndModels(narrows, known, pairs);
    }
}
