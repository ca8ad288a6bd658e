package org.quartermaster.procurement.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.PlatformConfig.AuthMode;

/** Where the pages of a local stack are. */
class LocalPagesTest {
    @ParameterizedTest
    @CsvSource({"DEMO, false, true", "REQUIRED, true, true", "REQUIRED, false, false"})
    void areThereInTheDemoAndWhereTheyAreSet(AuthMode auth, boolean isSet, boolean served) {
        assertThat(new LocalPages(auth, isSet).areServed()).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "192.0.2.1, false", "10.0.0.1, false", ", false"})
    void areForThisMachineAlone(String address, boolean isThis) {
        assertThat(LocalPages.isLoopback(address)).isEqualTo(isThis);
    }

    @Test
    void areForNobodyElsewhereWhateverTheAddressIs() {
        assertThat(new LocalPages(AuthMode.REQUIRED, false).areFor(null)).isFalse();
    }
}
