package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.catalog.reservation.Allocation.Pick;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** Writes reservations with their lines, any number by one statement. */
final class NewReservations {
    private static final String INSERT = """
            with asked as materialized (
              select nextval('catalog.ids') as id, a.*
              from unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::text[]) with ordinality
                as a (reference, quotation_id, expires_at, actor, n)
            ), made as (
              insert into catalog.stockreservation (tenant_id, id, reference, quotation_id, expires_at, actor)
              select $1, id, reference, quotation_id, expires_at, actor from asked order by n
              returning id, created_at, updated_at, version
            ), filled as (
              insert into catalog.stockreservationline (tenant_id, reservation_id, product_id, warehouse_id, quantity)
              select $1, a.id, l.product_id, l.warehouse_id, l.quantity
              from unnest($6::int[], $7::bigint[], $8::bigint[], $9::numeric[]) with ordinality
                as l (n, product_id, warehouse_id, quantity, place) join asked a on a.n = l.n
              order by l.place
            )
            select m.* from made m join asked a on a.id = m.id order by a.n
            """;

    private NewReservations() {}

    /** A reservation that is about to be written. */
    record New(ReservationOrder order, Instant expiresAt, List<Pick> picks) {
        private ReservationView view(Row row) {
            return new ReservationView(
                    row.getLong("id"),
                    order.reference(),
                    ReservationState.HELD,
                    expiresAt,
                    order.quotationId(),
                    picks.stream().map(NewReservations::line).toList(),
                    order.caller().subject(),
                    Columns.instant(row.getOffsetDateTime("created_at")),
                    Columns.instant(row.getOffsetDateTime("updated_at")),
                    row.getInteger("version"));
        }
    }

    /** @param place of the reservation, from 1 on */
    private record Line(int place, Pick pick) {}

    private static ReservationView.Line line(Pick pick) {
        return new ReservationView.Line(pick.row().productId(), pick.row().warehouseId(), pick.quantity());
    }

    /** Adds them; gives them in their order. */
    static Uni<List<ReservationView>> insert(UnitOfWork unit, List<New> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var columns = new Columns<>(all);
        var lines = lines(all);
        var ofLines = new Columns<>(lines);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        columns.texts(one -> one.order().reference()),
                        longs(all, one -> one.order().quotationId()),
                        columns.times(New::expiresAt),
                        columns.texts(one -> one.order().caller().subject()),
                        ofLines.integers(Line::place),
                        longs(lines, line -> line.pick().row().productId()),
                        longs(lines, line -> line.pick().row().warehouseId()),
                        ofLines.numbers(line -> line.pick().quantity()))
                .map(rows -> {
                    var views = new ArrayList<ReservationView>();
                    rows.forEach(row -> views.add(all.get(views.size()).view(row)));
                    return views;
                });
    }

    private static List<Line> lines(List<New> all) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < all.size(); i++) {
            var place = i + 1;
            all.get(i).picks().forEach(pick -> lines.add(new Line(place, pick)));
        }
        return lines;
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }
}
