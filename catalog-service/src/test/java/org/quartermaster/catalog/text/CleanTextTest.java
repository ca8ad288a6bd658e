package org.quartermaster.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <b>Drill</b> bit ~ Drill bit
            Bolt &amp; nut &lt;M8&gt; ~ Bolt & nut <M8>
            5 &#176;C, 3&#x2033; ~ 5 °C, 3″
            less < more > most ~ less < more > most
            &unknown; &#xD800; ~ &unknown; &#xD800;
            a    b ~ a b
            """)
    void markupAndEntitiesGo(String given, String clean) {
        assertThat(CleanText.of(given)).isEqualTo(clean);
        assertThat(CleanText.of(clean)).isEqualTo(clean);
    }

    @Test
    void linesOfATextStayAndControlCharactersGo() {
        assertThat(CleanText.of("<p>One</p>two<br/>three\u0007 \t four")).isEqualTo("One\ntwo\nthree four");
    }

    @Test
    void aNameLosesItsOwnSkuAlone() {
        assertThat(CleanText.name("Nitrile glove | gl 400", "GL-400")).isEqualTo("Nitrile glove");
        assertThat(CleanText.name("Sled| TC80NH-2101K42 | TC80NH-2101K42ENA", "TC80NH-2101K42ENA"))
                .isEqualTo("Sled");
        assertThat(CleanText.name("Glove | size L", "GL-400")).isEqualTo("Glove | size L");
    }
}
