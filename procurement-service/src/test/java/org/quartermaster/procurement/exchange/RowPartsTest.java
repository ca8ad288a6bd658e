package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.tender.TenderSql;

class RowPartsTest {
    private static final Pattern NAME = Pattern.compile("\\w+$");

    /** The names that a list of columns gives them, as {@code b} of {@code a.b} and of {@code a as b}. */
    private static List<String> names(String columns) {
        return Arrays.stream(columns.split(","))
                .map(String::strip)
                .map(NAME::matcher)
                .filter(name -> name.find())
                .map(name -> name.group())
                .toList();
    }

    @Test
    void aRowHasColumnsOfTheListOfTendersAloneAndEachOnce() {
        assertThat(names(TenderSql.COLUMNS)).containsAll(RowParts.COLUMNS);
        assertThat(RowParts.COLUMNS).doesNotHaveDuplicates();
    }
}
