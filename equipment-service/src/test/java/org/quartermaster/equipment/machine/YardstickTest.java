package org.quartermaster.equipment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmark holds the service against a bare server that runs the same SQL; this keeps it the same. */
class YardstickTest {
    private static final Path SQL = Path.of("../deploy/benchmarks/src/main/resources/sql");

    @ParameterizedTest
    @CsvSource({
        "machine.sql, where e.equipment_id = $1 and e.deleted_at is null",
        "machines.sql, 'where e.deleted_at is null order by e.name_key, e.equipment_id limit 51'"
    })
    void theYardstickSelectsWhatTheServiceSelects(String file, String condition) throws IOException {
        var service = "select " + MachineRepository.SELECT + " from " + MachineRepository.FROM + " " + condition;

        assertThat(Files.readString(SQL.resolve(file))).isEqualToNormalizingWhitespace(service);
    }
}
