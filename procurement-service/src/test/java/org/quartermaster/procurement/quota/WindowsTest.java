package org.quartermaster.procurement.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestRows;
import org.quartermaster.procurement.plan.LivePlan;

/** What a plan allows within a time, under any number of requests at once. */
@ProcurementTest
class WindowsTest {
    private static final int AT_ONCE = 50;

    @Inject
    Windows windows;

    @Inject
    Writes writes;

    private final TestOrganization organization = TestOrganization.create();

    private Caller caller() {
        return new Caller(organization.tenant(), organization.user("operator").toString(), Set.of(), null, null);
    }

    private boolean take(WindowKind kind) {
        try {
            Awaiting.result(() -> writes.write(caller(), unit -> windows.take(unit, kind)));
            return true;
        } catch (Problem refused) {
            assertThat(refused.type()).isEqualTo(Windows.QUOTA_EXCEEDED);
            return false;
        }
    }

    /** How many of so many at once succeed. */
    private long takeAtOnce(WindowKind kind, int number) throws Exception {
        var pool = Executors.newFixedThreadPool(number);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < number; i++) {
                work.add(() -> take(kind));
            }
            var taken = 0;
            for (var done : pool.invokeAll(work)) {
                taken += done.get() ? 1 : 0;
            }
            return taken;
        } finally {
            pool.shutdown();
        }
    }

    private void setTier(String tier) throws Exception {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(
                    connection,
                    "update procurement.subscriptions set tier = ? where tenant_id = ?",
                    tier,
                    organization.tenant());
        }
    }

    @ParameterizedTest
    @EnumSource(WindowKind.class)
    void ofFiftyRequestsOnTheLastUnitExactlyOneSucceeds(WindowKind kind) throws Exception {
        setTier("starter");
        for (var i = 0; i < 4; i++) {
            take(kind);
        }

        assertThat(takeAtOnce(kind, AT_ONCE)).isEqualTo(1);
    }

    @Test
    void ofTwentyQuestionsAtOnceOnFreeExactlyThreeAreAnswered() throws Exception {
        assertThat(takeAtOnce(WindowKind.QUESTIONS, 20)).isEqualTo(3);
    }

    @Test
    void anyInterleavingGivesWhatThePlanAllows() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        setTier("professional");
        var taken = 0L;
        for (var round = 0; round < 4; round++) {
            taken += takeAtOnce(WindowKind.EXPORTS, 1 + random.nextInt(12));
        }
        taken += takeAtOnce(WindowKind.EXPORTS, 25);

        assertThat(taken).as("seed %d", seed).isEqualTo(20);
    }

    @Test
    void whatFailsIsNotCharged() {
        var fails = Uni.createFrom().<Void>failure(new IllegalStateException("the work failed"));
        assertThatThrownBy(() -> Awaiting.result(() -> writes.write(
                        caller(), unit -> windows.take(unit, WindowKind.EXPORTS).chain(() -> fails))))
                .hasMessage("the work failed");

        assertThat(take(WindowKind.EXPORTS)).isTrue();
        organization.as("viewer").get("/api/v1/billing/usage").then().body("usage.exports_today", equalTo(1));
    }

    @Test
    void aRefusalSaysWhatIsUsedAndWhenItWorksAgain() {
        for (var i = 0; i < 3; i++) {
            take(WindowKind.QUESTIONS);
        }
        var kept = TestRows.texts(
                "select to_json(reset_at) #>> '{}' from procurement.rate_limits where tenant_id = ?",
                organization.tenant());
        var midnight = OffsetDateTime.parse(kept.get(0)).toInstant();
        assertThat(midnight).isEqualTo(midnight.truncatedTo(ChronoUnit.DAYS));

        assertThatThrownBy(() ->
                        Awaiting.result(() -> writes.write(caller(), unit -> windows.take(unit, WindowKind.QUESTIONS))))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.members())
                            .containsEntry("limit", 3)
                            .containsEntry("used", 3)
                            .containsEntry("resets_at", midnight);
                    assertThat(Long.parseLong(refused.headers().get("Retry-After")))
                            .isBetween(1L, 86_400L);
                });
    }

    @Test
    void aChangeOfPlanKeepsWhatWasUsed() throws Exception {
        for (var i = 0; i < 3; i++) {
            take(WindowKind.QUESTIONS);
        }

        setTier("starter");

        assertThat(List.of(take(WindowKind.QUESTIONS), take(WindowKind.QUESTIONS), take(WindowKind.QUESTIONS)))
                .containsExactly(true, true, false);
    }

    /** Sets when the period ends, from now on. */
    private void endPeriod(String length) throws Exception {
        try (var connection = ProcurementDatabase.system()) {
            Sql.update(
                    connection,
                    "update procurement.subscriptions set current_period_start = now() - interval '1 month',"
                            + " current_period_end = now() + cast(? as interval) where tenant_id = ?",
                    length,
                    organization.tenant());
        }
    }

    @Test
    void aPeriodThatIsOverCountsAsFreeThoughNothingWasWritten() throws Exception {
        setTier("enterprise");
        endPeriod("1 hour");
        assertThat(take(WindowKind.EXPORTS)).isTrue();
        assertThat(take(WindowKind.EXPORTS)).isTrue();

        endPeriod("-1 second");

        assertThat(take(WindowKind.EXPORTS)).isFalse();
    }

    @Test
    void aMonthIsOneOfThePeriodAndForFreeOneOfTheCalendar() {
        var now = Instant.parse("2026-02-10T12:00:00Z");
        var start = Instant.parse("2025-12-31T09:00:00Z");
        var year = new LivePlan(
                null, null, start, start.atOffset(ZoneOffset.UTC).plusYears(1).toInstant());
        var free = new LivePlan(null, null, null, null);

        assertThat(WindowTimes.monthEnd(year, now)).isEqualTo("2026-02-28T09:00:00Z");
        assertThat(WindowTimes.monthEnd(free, now)).isEqualTo("2026-03-01T00:00:00Z");
    }
}
