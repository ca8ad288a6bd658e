package org.quartermaster.procurement.ocds.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ocds.Issue;

final class ReleaseReaderTest implements ReleaseSink {
    private final List<ReadRelease> releases = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<PackageFacts> packages = new ArrayList<>();

    @Override
    public void release(ReadRelease release) {
        releases.add(release);
        issues.addAll(release.issues());
    }

    @Override
    public void issue(Issue issue) {
        issues.add(issue);
    }

    @Override
    public void readPackage(PackageFacts facts) {
        packages.add(facts);
    }

    private void read(String json) {
        readBytes(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void readBytes(byte[] bytes, Charset charset) {
        ReleaseReader.read(new ByteArrayInputStream(bytes), charset, this);
    }

    /** What was read, as ocid@position. */
    private String found() {
        return String.join(
                " ",
                releases.stream()
                        .map(r -> r.value().path("ocid").asText() + "@" + r.position())
                        .toList());
    }

    /** What was reported, as code@position. */
    private String reported() {
        return String.join(
                " ",
                issues.stream().map(i -> i.code().code() + "@" + i.position()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ocid':'a'} | a@0",
                "[{'ocid':'a'},{'ocid':'b'}] | a@0 b@1",
                "{'ocid':'a','releases':[{'ocid':'a'},{'ocid':'b'}]} | a@0 b@1",
                "{'ocid':'r','releases':[{'ocid':'a'}],'compiledRelease':{'ocid':'c'}} | a@0",
                "{'ocid':'r','compiledRelease':{'ocid':'c'},'releases':[{'ocid':'a'}]} | a@0",
                "{'ocid':'r','compiledRelease':{'ocid':'c'},'versionedRelease':{'ocid':'v'}} | c@0",
                "[{'ocid':'r','releases':[{'ocid':'a'}]},[{'ocid':'b'}]] | a@0 b@1",
                "{'ocid':'a'}\\n\\n{'ocid':'b'}\\r\\n{'ocid':'c'} | a@0 b@2 c@3",
                "{'ocid':'a','l':[\\n{'ocid':'x'}\\n]} | a@0",
                "{'ocid':'a',\\n'b':1}\\n{'ocid':'b'} | a@0 b@1",
                "`` | ``"
            })
    void everyFormGivesItsReleases(String json, String expected) {
        read(json.replace("\\n", "\n").replace("\\r", "\r"));

        assertThat(found()).isEqualTo(expected);
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ocid':'a'}\\n{'ocid':\\n{'ocid':'c'} | a@0 c@2 | truncated@1",
                "{'ocid':'a\\n{'ocid':'b'}\\n{'ocid':'c'} | b@1 c@2 | truncated@0",
                "{'ocid':'a'}\\nhello\\n{'ocid':'c'} | a@0 c@2 | not_an_object@1",
                "{'ocid':'a'}\\n{'ocid':'b']}\\n{'ocid':'c'} | a@0 c@2 | not_json@1",
                "[{'ocid':'a'},{'ocid':'b'},{'oci | a@0 b@1 | truncated@2",
                "[{'ocid':'a'},5,{'ocid':'b'}] | a@0 b@2 | not_an_object@1",
                "[{'ocid':'a'},{'ocid':nil},{'ocid':'b'}] | a@0 b@2 | not_json@1",
                "[{'ocid':'a'},{'ocid':'b','x':1e99999999999},{'ocid':'c'}] | a@0 c@2 | not_json@1",
                "{'ocid':'r','releases':[{'url':'u','date':'d'}],'compiledRelease':{'ocid':'c'}} | c@1 |"
                        + " release_linked@0"
            })
    void aBrokenPartIsReportedAndTheRestIsRead(String json, String expected, String expectedIssues) {
        read(json.replace("\\n", "\n"));

        assertThat(found()).isEqualTo(expected);
        assertThat(reported()).isEqualTo(expectedIssues);
    }

    @Test
    void aReleaseThatIsTooDeepIsRejectedAloneAndAnAllowedDepthIsRead() {
        read("[{'ocid':'a','x':" + "[".repeat(63) + "]".repeat(63) + "},{'ocid':'b','x':" + "[".repeat(64)
                + "]".repeat(64) + "},{'ocid':'c'}]");

        assertThat(found()).isEqualTo("a@0 c@2");
        assertThat(reported()).isEqualTo("too_deep@1");
    }

    @Test
    void aValueOfMoreThan16MiBRejectsItsReleaseAlone() {
        read("[{'ocid':'a'},{'ocid':'b','x':'" + "y".repeat((16 << 20) + 2) + "'},{'ocid':'c'}]");

        assertThat(found()).isEqualTo("a@0 c@2");
        assertThat(reported()).isEqualTo("value_too_large@1");
    }

    @Test
    void charactersThatCannotBeStoredAndKeysGivenTwiceAreMendedAndTold() {
        read("{'ocid':'a','t':'x\\u0000y\\ud800z\\ud83d\\ude00','k':1,'k':2.50}");

        assertThat(releases.get(0).value().get("t").asText()).isEqualTo("xyz😀");
        assertThat(releases.get(0).value().get("k")).hasToString("2.50");
        assertThat(releases.get(0).raw()).contains("\\u0000", "\"k\":1,");
        assertThat(reported()).isEqualTo("character_removed@0 duplicate_key@0");
    }

    @Test
    void aBomIsSkippedAndAnotherEncodingIsReadWhereDeclared() {
        readBytes("\uFEFF{\"ocid\":\"ж\"}".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        readBytes("{\"ocid\":\"š😀\"}".getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        readBytes("[{\"ocid\":\"é\"},{\"ocid\":\"e\"}]".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);

        assertThat(found()).isEqualTo("ж@0 š😀@0 e@1");
        assertThat(reported()).isEqualTo("invalid_encoding@0");
    }

    @Test
    void aPackageTellsOfItselfAndOfItsFaults() {
        read("{'publishedDate':'','publisher':{'name':'P'},'releases':[{'ocid':'a'}],'uri':'http://x.org',"
                + "'license':'http://l.org','extensions':['http://e.org']}");

        assertThat(packages).singleElement().satisfies(facts -> {
            assertThat(facts.uri()).isEqualTo("http://x.org");
            assertThat(facts.publisher().get("name").asText()).isEqualTo("P");
            assertThat(facts.extensions()).containsExactly("http://e.org");
        });
        assertThat(issues).extracting(Issue::pointer).containsExactlyInAnyOrder("/version", "/publishedDate");
        assertThat(issues).noneMatch(Issue::isError);
    }

    @Test
    void aFileThatBreaksOffGivesWhatCameBefore() {
        var start = "{\"ocid\":\"a\"}\n".getBytes(StandardCharsets.UTF_8);
        ReleaseReader.read(
                new InputStream() {
                    private int at;

                    @Override
                    public int read() throws IOException {
                        if (at == start.length) {
                            throw new IOException("unexpected end of gzip");
                        }
                        return start[at++];
                    }
                },
                StandardCharsets.UTF_8,
                this);

        assertThat(reported()).isEqualTo("unreadable_input@0");
    }

    @Test
    void noBytesMakeTheReaderThrow() {
        var words = "{}[]\",:\\\n \u0000tn1-e.".getBytes(StandardCharsets.ISO_8859_1);
        var seedText =
                "[{\"ocid\":\"a\",\"releases\":[{\"id\":\"\\ud800\"}]},{\"records\":[{\"compiledRelease\":{\"a\":1}}]}]\n"
                        + "{}";
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var bytes = seed % 2 == 0 ? seedText.getBytes(StandardCharsets.UTF_8) : new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                if (seed % 2 == 1 || random.nextInt(15) == 0) {
                    bytes[i] = random.nextInt(8) == 0 ? (byte) random.nextInt() : words[random.nextInt(words.length)];
                }
            }
            readBytes(bytes, StandardCharsets.UTF_8);
        }
        assertThat(releases).isNotEmpty();
        assertThat(issues).isNotEmpty();
    }
}
