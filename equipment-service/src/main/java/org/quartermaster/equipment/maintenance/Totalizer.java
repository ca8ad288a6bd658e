package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reading.Total;
import org.quartermaster.platform.change.UnitOfWork;

/** What the counters of a machine stood at in the past, from the history of its readings. */
@ApplicationScoped
class Totalizer {
    private static final String AROUND = """
            (select cast(extract(epoch from recorded_at) * 1000000 as bigint) as at, total_%1$s as total
             from equipment_telemetry
             where equipment_id = ?1 and recorded_at <= ?2 and total_%1$s is not null
             order by recorded_at desc limit 1)
            union all
            (select cast(extract(epoch from recorded_at) * 1000000 as bigint), total_%1$s
             from equipment_telemetry
             where equipment_id = ?1 and recorded_at > ?2 and total_%1$s is not null
             order by recorded_at limit 1)
            order by at
            """;

    /** The readings next before and next after a time; either may be null. */
    record Around(Total before, Total after) {
        private static final BigDecimal HOUR = BigDecimal.ONE;

        /** Interpolated; the last reading holds until the next, and before the first nothing is known. */
        BigDecimal at(Instant time, int scale) {
            if (before == null || after == null) {
                return before == null ? null : before.value().setScale(scale, RoundingMode.HALF_UP);
            }
            return before.towards(after, micros(time), scale);
        }

        /** True when the total lies more than an hour outside what the history allows. */
        boolean contradicts(BigDecimal total) {
            return before != null && total.compareTo(before.value().subtract(HOUR)) < 0
                    || after != null && total.compareTo(after.value().add(HOUR)) > 0;
        }
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The readings around the time; {@code kind} is hours or km. */
    Uni<Around> around(UnitOfWork unit, Machine machine, String kind, Instant time) {
        return unit.session()
                .createNativeQuery(AROUND.formatted(kind), Tuple.class)
                .setParameter(1, machine.equipmentId)
                .setParameter(2, time)
                .getResultList()
                .map(rows -> around(rows.stream().map(Totalizer::total).toList(), time));
    }

    private static Total total(Tuple row) {
        return new Total(
                ((Number) row.get("at")).longValue(),
                new BigDecimal(row.get("total").toString()));
    }

    private static Around around(List<Total> readings, Instant time) {
        var limit = micros(time);
        return new Around(
                readings.stream().filter(each -> each.at() <= limit).findFirst().orElse(null),
                readings.stream().filter(each -> each.at() > limit).findFirst().orElse(null));
    }
}
