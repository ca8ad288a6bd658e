package org.quartermaster.catalog.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrandFinderTest {
    private final BrandFinder finder = new BrandFinder();

    @BeforeEach
    void addBrands() {
        finder.add(1, "Acme");
        finder.add(2, "Acme Pro");
        finder.add(3, "Zenith");
        finder.add(3, "ZNT");
        finder.add(4, "Twin");
        finder.add(5, "TWIN");
    }

    @Test
    void theLongestNameOrAliasWins() {
        assertThat(finder.find("Drill ACMÉ pro 18 V")).contains(2L);
        assertThat(finder.find("Drill of Acme")).contains(1L);
        assertThat(finder.find("znt drill")).contains(3L);
    }

    @Test
    void partsOfWordsAndEqualClaimsAreNoBrand() {
        assertThat(finder.find("Acmetron drill")).isEmpty();
        assertThat(finder.find("Twin drill")).isEmpty();
    }
}
