package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.vin.MarketVin;
import org.quartermaster.vehicle.vin.Verdict;
import org.quartermaster.vehicle.vin.VinJudge;

/** Reads the cards of vehicles: one statement, so that a card costs little more than a single row. */
@ApplicationScoped
class VehicleCards {
    /** The first lot is the current one: listed ones first, then by auction time. */
    private static final String SQL = """
            select cast(jsonb_build_object(
              'removed', coalesce(v.is_removed, false) or r.vin is not null,
              'vehicle', to_jsonb(v),
              'lots', (
                select coalesce(jsonb_agg(%s), '[]')
                from (
                  select * from vehicle.lots where vin = k.vin and is_removed = false
                  order by status in ('unscheduled', 'active') desc, auction_datetime_utc desc nulls last,
                    source_updated_at desc nulls last, id desc
                  limit 20) l),
              'lots_total', (select count(*) from vehicle.lots where vin = k.vin and is_removed = false),
              'images', (
                select coalesce(jsonb_agg(to_jsonb(i)), '[]')
                from (
                  select id, lot_id, seq, variant, storage_key, source_url, width, height, bytes
                  from vehicle.images where vin = k.vin and is_removed = false
                  union all
                  select null, id, 0, 'thumbnail', null, image_thumbnail_url, null, null, null
                  from vehicle.lots where vin = k.vin and is_removed = false and image_thumbnail_url is not null
                  order by lot_id desc nulls last, seq, variant
                  limit 16) i),
              'sale_events', (
                select coalesce(jsonb_agg(to_jsonb(s)), '[]')
                from (
                  select * from vehicle.sale_events where vin = k.vin
                  order by sale_date desc nulls last, id desc
                  limit 10) s),
              'owned_assets', (
                select coalesce(jsonb_agg(jsonb_build_object('id', id, 'data_status', data_status) order by id), '[]')
                from vehicle.assets where vin_normalized = k.vin and data_status <> 'archived'),
              'as_of', (select max(snapshot_at) from raw.csv_files where state = 'loaded')
            ) as text) as card
            from (select $1::text as vin) k
            left join vehicle.vehicles v on v.vin = k.vin
            left join vehicle.removals r on r.vin = k.vin and r.restored_at is null
            """.formatted(LotView.JSON);

    private final TenantDatabase database;
    private final DatabaseJson json;
    private final VinJudge judge;

    @Inject
    VehicleCards(TenantDatabase database, DatabaseJson json, VinJudge judge) {
        this.database = database;
        this.json = json;
        this.judge = judge;
    }

    /** Fails with 410 for a vehicle that was removed, known before or not, and with 404 for one that is unknown. */
    Uni<Answer> find(Caller caller, Verdict verdict) {
        return database.read(caller, SQL, verdict.normalized())
                .map(rows -> rows.iterator().next().getString("card"))
                .map(text -> answer(text, verdict));
    }

    private Answer answer(String text, Verdict verdict) {
        var facts = json.read(text, VehicleCard.Facts.class);
        if (facts.removed()) {
            throw Problem.of(VehiclePresence.REMOVED);
        }
        if (facts.vehicle() == null) {
            throw Problem.of(VehiclePresence.NOT_FOUND);
        }
        var judged = judge(verdict.input(), facts);
        var tag = ETags.of(facts.vehicle().version(), judged + text);
        return Answer.ok(VehicleCard.of(facts, judged), tag);
    }

    /** As the market judged it: by the year that its rows state, in the country where the vehicle is for sale. */
    private Verdict judge(String text, VehicleCard.Facts facts) {
        var country = facts.lots().isEmpty() ? null : facts.lots().get(0).locationCountry();
        return judge.judge(
                text, "vin", MarketVin.market(country), facts.vehicle().year());
    }
}
