package org.quartermaster.catalog.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever mistypes a code is shown the ones that he may have meant. */
class NearestCodesTest {
    private static final List<NamedCode> KNOWN = List.of(
            new NamedCode("noise", "Noise"),
            new NamedCode("nuisance_dust", "Dust"),
            new NamedCode("silica_dust", "Respirable silica dust"),
            new NamedCode("slip", "Slips"));

    private static List<String> nearest(String unknown) {
        return NearestCodes.of(unknown, KNOWN).stream().map(NamedCode::code).toList();
    }

    @Test
    void aMistypedCodeIsNearItsOwn() {
        assertThat(nearest("silica-dusts")).startsWith("silica_dust");
        assertThat(nearest("Noises")).startsWith("noise");
    }

    @Test
    void theNameCountsAsTheCodeDoes() {
        assertThat(nearest("respirable")).containsExactly("silica_dust");
        assertThat(nearest("dust")).startsWith("nuisance_dust", "silica_dust");
    }

    @Test
    void whatIsLikeNothingIsNearNothing() {
        assertThat(nearest("xyz")).isEmpty();
        assertThat(nearest("")).isEmpty();
    }
}
