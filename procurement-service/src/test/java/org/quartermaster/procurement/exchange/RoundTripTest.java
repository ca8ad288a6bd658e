package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.merge.RandomReleases;

/** Random releases come to the same state however they come in, again, or from an export. */
@ProcurementTest
class RoundTripTest {
    private static final int PROCESSES = 4;
    private static final String COMPILED = """
            select string_agg(tender_id || compiled::text || welded || release_count, '; ' order by tender_id)
            from procurement.ocds_processes where ocid like ?
            """;
    private static final String WHOLE = """
            select string_agg(concat_ws(' ', t.tender_id, t.rv, t.updated_at, t.material_version, p.updated_at,
                (select count(*) from procurement.tender_changes c where c.tender_id = t.tender_id),
                (select count(*) from procurement.ocds_releases r where r.ocid = t.ocid),
                (select count(*) from platform.outbox o where o.entity_id = t.tender_id)), '; ' order by t.tender_id)
            from procurement.tenders t join procurement.ocds_processes p on p.process_id = t.process_id
            where t.ocid like ?
            """;

    private final OcdsFile file = OcdsFile.create();

    /** NB: ids of their own, for the content decides between releases that have all else in common. */
    private List<String> releases(Random random) {
        var all = new ArrayList<String>();
        for (var process = 0; process < PROCESSES; process++) {
            for (var release : RandomReleases.some(random)) {
                all.add(Json.text(
                        release.body().put("ocid", file.ocid("" + process)).put("id", "r" + all.size())));
            }
        }
        return all;
    }

    private static String packageOfAll(List<String> releases) {
        return packageOf(releases.toArray(String[]::new));
    }

    private static String compiled(OcdsFile of) {
        return value(COMPILED, of.ocid("") + "%");
    }

    /** Loads into a place where none of the ocids is known; the compiled state, under the ocids that they had. */
    private String elsewhere(List<String> files) {
        var other = OcdsFile.create();
        files.forEach(each -> other.load(each.replace(file.mark(), other.mark())));
        return compiled(other).replace(other.mark(), file.mark());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyOrderAndSplitOfFilesGivesTheSameState(int seed) {
        var random = new Random(seed);
        var releases = releases(random);
        file.load(packageOfAll(releases));
        var files = new ArrayList<String>();
        Collections.shuffle(releases, random);
        for (var from = 0; from < releases.size(); ) {
            var to = Math.min(releases.size(), from + 1 + random.nextInt(releases.size() / 2));
            files.add(packageOfAll(releases.subList(from, to)));
            from = to;
        }

        assertThat(elsewhere(files)).isEqualTo(compiled(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void importingAgainInAnyOrderChangesNothing(int seed) {
        var random = new Random(seed);
        var releases = releases(random);
        file.load(packageOfAll(releases));
        var before = value(WHOLE, file.ocid("") + "%");
        Collections.shuffle(releases, random);

        var again = file.load(packageOfAll(releases));

        assertThat(again.getLong("result.releases_new")).isZero();
        assertThat(value(WHOLE, file.ocid("") + "%")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release_package", "record_package", "jsonl"})
    void whatIsExportedIsTheSameWhenItIsImported(String format) {
        file.load(packageOfAll(releases(new Random(format.hashCode()))));

        var exported = TestExport.create().file(file.source(), format);

        assertThat(elsewhere(List.of(exported))).isEqualTo(compiled(file));
    }
}
