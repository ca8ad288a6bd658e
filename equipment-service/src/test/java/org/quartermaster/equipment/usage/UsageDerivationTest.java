package org.quartermaster.equipment.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.samples.SampleRows;
import org.quartermaster.platform.testing.TestTenant;

/** How days are derived, whatever the order in which samples come. */
@EquipmentTest
class UsageDerivationTest {
    private SampleRows rows;

    @BeforeEach
    void registerMachine() {
        rows = SampleRows.of(TestTenant.create());
    }

    private static List<String> select(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private List<String> days(Connection connection) throws SQLException {
        return select(
                connection,
                "select cast(to_jsonb(d) - 'created_at' - 'updated_at' as text) from equipment_usage_daily d"
                        + " where equipment_id = '" + rows.machine() + "' order by day");
    }

    private List<String> call(Connection connection, String function) throws SQLException {
        return select(connection, "select " + function + "('" + rows.tenant().id() + "', '" + rows.machine() + "')");
    }

    private List<String> dirty(Connection connection) throws SQLException {
        return select(
                connection, "select day from equipment_usage_dirty where equipment_id = '" + rows.machine() + "'");
    }

    /** Samples over forty days with gaps, each with some of the values. */
    private static List<String> samples(Random random) {
        var samples = new ArrayList<String>();
        var at = Instant.parse("2026-01-10T00:00:00Z");
        var end = at.plusSeconds(40 * 86_400);
        var hours = 100.0;
        while (at.isBefore(end)) {
            hours += random.nextDouble();
            samples.add("{\"at\":\"" + at + "\",\"fuel\":" + random.nextInt(100)
                    + (random.nextInt(3) == 0 ? ",\"hours\":" + hours : "")
                    + (random.nextInt(40) == 0 ? ",\"km\":" + hours * 10 : "")
                    + (random.nextInt(5) == 0
                            ? ",\"lat\":" + (15 + random.nextDouble()) + ",\"lon\":" + (44 + random.nextDouble())
                            : "")
                    + (random.nextInt(20) == 0 ? ",\"warnings\":[\"hours_jump:hours\"]" : "") + "}");
            at = at.plusSeconds(random.nextInt(12) == 0 ? random.nextInt(500_000) : random.nextInt(20_000));
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void daysDerivedStepByStepAreThoseThatARebuildGives(long seed) throws SQLException {
        var random = new Random(seed);
        var samples = samples(random);
        Collections.shuffle(samples, random);

        try (var connection = rows.connect()) {
            for (var from = 0; from < samples.size(); ) {
                var to = Math.min(samples.size(), from + 1 + random.nextInt(30));
                rows.add(connection, samples.subList(from, to).toString());
                call(connection, "derive_usage");
                from = to;
            }
            var stepwise = days(connection);
            var summed = select(connection, "select round(sum(hours_used), 1) from equipment_usage_daily");
            connection.createStatement().execute("delete from equipment_usage_daily");
            call(connection, "rebuild_usage");

            assertThat(stepwise).as("seed %d", seed).isNotEmpty().isEqualTo(days(connection));
            assertThat(dirty(connection)).isEmpty();
            assertThat(summed)
                    .as("seed %d", seed)
                    .isEqualTo(select(
                            connection,
                            "select round(max(total_hours) - min(total_hours), 1) from equipment_telemetry"
                                    + " where total_hours is not null and is_doubted(warnings, 'hours') is not true"));
            connection.rollback();
        }
    }

    @Test
    void sampleThatIsCommittedWhileItsDayIsDerivedIsNotLost() throws SQLException {
        rows.add("[{\"at\":\"2026-03-01T10:00:00Z\",\"hours\":1}]");

        try (var writer = rows.connect();
                var deriver = rows.connect()) {
            rows.add(writer, "[{\"at\":\"2026-03-01T11:00:00Z\",\"hours\":2}]");
            call(deriver, "derive_usage");
            deriver.commit();
            writer.commit();

            assertThat(dirty(deriver)).containsExactly("2026-03-01");
            call(deriver, "derive_usage");
            assertThat(dirty(deriver)).isEmpty();
            assertThat(days(deriver)).singleElement().asString().contains("\"samples\": 2");
            deriver.rollback();
        }
    }

    @Test
    void samplesThatTakeEffectLaterMakeTheirDaysDirty() throws SQLException {
        rows.add("[{\"at\":\"2026-03-01T10:00:00Z\",\"hours\":1,\"warnings\":[\"hours_jump\"]}]");

        try (var connection = rows.connect()) {
            call(connection, "derive_usage");
            assertThat(days(connection)).singleElement().asString().contains("\"hours_readings\": 0");

            connection.createStatement().execute("update equipment_telemetry set warnings = null");

            assertThat(dirty(connection)).containsExactly("2026-03-01");
            call(connection, "derive_usage");
            assertThat(days(connection)).singleElement().asString().contains("\"hours_readings\": 1");
            connection.rollback();
        }
    }

    @Test
    void daysThatWaitedAMinuteAreDerivedInTheBackground() throws SQLException {
        rows.add("[{\"at\":\"2026-03-01T10:00:00Z\",\"hours\":1}]");

        try (var connection = rows.connect()) {
            connection
                    .createStatement()
                    .execute("update equipment_usage_dirty set created_at = now() - interval '2 minutes'");
            connection.commit();

            await("the tick derives the day").until(() -> {
                var found = days(connection);
                connection.commit();
                return found.size() == 1;
            });
        }
    }
}
