package org.quartermaster.procurement.ocds.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.merge.RandomReleases;
import org.quartermaster.procurement.ocds.read.PackageFacts;
import org.quartermaster.procurement.ocds.read.ReadRelease;
import org.quartermaster.procurement.ocds.read.ReleaseReader;
import org.quartermaster.procurement.ocds.read.ReleaseSink;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;

final class PackagesTest {
    private static final Shape SCHEMA = CompactSchema.release();
    private static final Envelope ENVELOPE = new Envelope(
            "https://x.org/p",
            Instant.parse("2025-05-01T10:00:00.5Z"),
            TestReleases.json("{'name':'P','uri':'no uri'}"),
            null,
            "bad policy",
            List.of("https://e.org/x.json", "no uri"));

    private static final class Kept implements ReleaseSink {
        private final List<Release> releases = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();

        @Override
        public void release(ReadRelease release) {
            releases.add(TestReleases.placed(release.value()));
        }

        @Override
        public void issue(Issue issue) {
            issues.add(issue);
        }

        @Override
        public void readPackage(PackageFacts facts) {
            assertThat(facts.uri()).isEqualTo("https://x.org/p");
        }
    }

    private static List<Release> readBack(JsonNode written) {
        var kept = new Kept();
        var bytes = Json.text(written).getBytes(StandardCharsets.UTF_8);
        ReleaseReader.read(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, kept);
        assertThat(kept.issues).isEmpty();
        return kept.releases;
    }

    private static List<Issue> errors(JsonNode release) {
        return SchemaValidator.validate(release, SCHEMA, 0).stream()
                .filter(Issue::isError)
                .toList();
    }

    @Test
    void whatIsWrittenCompilesToTheSameStateWhenItIsReadAgain() {
        var packages = new Packages(SCHEMA);
        for (int seed = 0; seed < 200; seed++) {
            var releases = RandomReleases.some(new Random(seed));
            var expected = Compiler.compile(releases, SCHEMA);

            var fromReleases = readBack(packages.ofReleases(ENVELOPE, releases));
            var fromRecords = readBack(packages.ofRecords(ENVELOPE, List.of(releases), false));

            assertThat(Compiler.compile(fromReleases, SCHEMA))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
            assertThat(Compiler.compile(fromRecords, SCHEMA))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aReleaseWithFaultsGoesOutMended() {
        var faulty = TestReleases.placed(TestReleases.json("{'ocid':'x','id':'1','date':'2025-01-01','tag':['odd'],"
                + "'tender':{'title':5,'value':{'amount':'5','currency':'EUR'},'items':[{'id':1},{'id':1},{'description':'d'}]},"
                + "'contracts':[{'id':'c'}],'awards':[{'id':'a','items':[]}]}"));

        var written = new Packages(SCHEMA)
                .ofRecords(ENVELOPE, List.of(List.of(faulty)), true)
                .at("/records/0");

        assertThat(errors(written.at("/releases/0"))).isEmpty();
        assertThat(errors(written.get("compiledRelease"))).isEmpty();
        assertThat(written.at("/releases/0/tag/0").asText()).isEqualTo("contract");
        assertThat(written.at("/releases/0/contracts/0/awardID").asText()).isEqualTo("a");
        assertThat(written.at("/releases/0/tender/value").toString()).isEqualTo("{\"currency\":\"EUR\"}");
        assertThat(written.at("/versionedRelease/ocid").asText()).isEqualTo("x");
        assertThat(Mending.mend(faulty.body(), SCHEMA).issues()).isNotEmpty().noneMatch(Issue::isError);
    }

    @Test
    void theEnvelopeLeavesOutWhatIsNotValid() {
        assertThat(new Packages(SCHEMA).ofReleases(ENVELOPE, List.of()))
                .isEqualTo(
                        TestReleases.json(
                                "{'uri':'https://x.org/p','version':'1.1','extensions':['https://e.org/x.json'],"
                                        + "'publishedDate':'2025-05-01T10:00:00Z','publisher':{'name':'P'},'license':null,'releases':[]}"));
    }
}
