package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** How many lots there are by make, model and year, by the kept counts; spellings of one name are one. */
@ApplicationScoped
class Facets {
    private static final String COUNTS = """
            with asked as (
              select array(select vehicle.word_key(word) from unnest(cast($4 as text[])) as word) as makes,
                array(select vehicle.word_key(word) from unnest(cast($5 as text[])) as word) as models
            ), counted as (
              select c.*, a.makes <> '{}' as asks_make, a.makes = '{}' or c.make_key = any (a.makes) as is_make,
                a.models = '{}' or c.model_key = any (a.models) as is_model
              from (
                select make, model_group, year, case when $1 then listed else lots end as n,
                  vehicle.word_key(make) as make_key, vehicle.word_key(model_group) as model_key
                from vehicle.make_model_counts
                where (cast($2 as int) is null or year >= $2) and (cast($3 as int) is null or year <= $3)) c
              cross join asked a
              where c.n > 0
            )
            select 'make' as facet, min(make) as make, null as model, cast(null as int) as year,
              cast(sum(n) as bigint) as n
            from counted where make is not null group by make_key
            union all
            select 'model', min(make), min(model_group), null, cast(sum(n) as bigint)
            from counted where model_group is not null and asks_make and is_make group by make_key, model_key
            union all
            select 'year', null, null, year, cast(sum(n) as bigint)
            from counted where year is not null and is_make and is_model group by year
            order by make, model, year desc
            """;

    private final TenantDatabase database;

    @Inject
    Facets(TenantDatabase database) {
        this.database = database;
    }

    /** Which lots are counted. */
    @Schema(name = "CountedLots")
    enum Counted {
        LISTED,
        ALL
    }

    /**
     * What a buyer can choose next.
     *
     * @param models of the makes that were asked for; empty without one
     */
    @Schema(name = "MakesAndModels")
    record View(List<MakeCount> makes, List<ModelCount> models, List<YearCount> years) {}

    /** Lots of a make. */
    record MakeCount(String make, long lots) {}

    /** Lots of a model. */
    record ModelCount(String make, String model, long lots) {}

    /** Lots of a model year. */
    record YearCount(int year, long lots) {}

    Uni<Answer> find(Caller caller, Fields query) {
        var listed = query.word("status", Counted.class).or(Counted.LISTED) == Counted.LISTED;
        var from = query.integer("year_min", 1900, 2100).value();
        var to = query.integer("year_max", 1900, 2100).value();
        var makes = Choices.read(query, "make").toArray(String[]::new);
        var models = Choices.read(query, "model").toArray(String[]::new);
        query.checkQuery();
        return database.read(caller, COUNTS, listed, from, to, makes, models)
                .map(Facets::view)
                .map(view -> Answer.ok(view, ETags.of(1, view.toString())));
    }

    private static View view(RowSet<Row> rows) {
        return new View(
                each(rows, "make", row -> new MakeCount(row.getString("make"), row.getLong("n"))),
                each(
                        rows,
                        "model",
                        row -> new ModelCount(row.getString("make"), row.getString("model"), row.getLong("n"))),
                each(rows, "year", row -> new YearCount(row.getInteger("year"), row.getLong("n"))));
    }

    private static <T> List<T> each(RowSet<Row> rows, String facet, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("facet").equals(facet))
                .map(reader)
                .toList();
    }
}
