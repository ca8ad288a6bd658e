package org.quartermaster.vehicle.vin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** Lists of makers that an operator loads. */
@VehicleTest
class MakersCommandTest {
    private final TestTenant tenant = TestTenant.create();

    @TempDir
    Path folder;

    @Inject
    MakerLists makers;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void load(String makerLines, String countryLines) throws IOException, SQLException {
        try (var connection = VehicleDatabase.system()) {
            MakersCommand.load(
                    connection,
                    "--makers",
                    file("makers.csv", "wmi,manufacturer\n" + makerLines),
                    "--countries",
                    file("countries.csv", "code_or_range,country\n" + countryLines));
        }
        makers.refresh();
    }

    @Test
    void verdictsUseTheLoadedListsAndTheServicesOwnBehindThem() throws Exception {
        load("ZZ7,Zeta\nZZ,\"Zeta, Old\"\n", "Z-Z9,Hungary\n");
        try {
            tenant.as("viewer")
                    .get("/api/v1/vin/ZZ7DC010CH1472012")
                    .then()
                    .body("wmi.maker", is("Zeta"))
                    .body("wmi.country", is("HU"));
            tenant.as("viewer").get("/api/v1/vin/ZZ8DC010CH1472012").then().body("wmi.maker", is("Zeta, Old"));
            tenant.as("viewer").get("/api/v1/vin/1HGCM82633A004352").then().body("wmi.maker", is("Honda"));
        } finally {
            load("", "");
        }
        tenant.as("viewer").get("/api/v1/vin/ZZ7DC010CH1472012").then().body("wmi.maker", nullValue());
    }

    @Test
    void rangesAndNamesAreReadAsTheyArePublished() throws IOException {
        var countries = MakerFile.countries(Path.of(file(
                "c.csv",
                "code_or_range,country\nK-LR,South Korea\nJ-,Japan\nA-Z1,Cyprus\nU-80,Ivory Coast\nX-11,GB\n"
                        + "KF-KH,Israel\nB,Dom. Republic\nM-UU,Mongolia\nY-NN,South Ossetia\n")));

        assertThat(countries.entries())
                .containsEntry("KL", "KR")
                .containsEntry("KR", "KR")
                .containsEntry("J0", "JP")
                .containsEntry("AZ", "CY")
                .containsEntry("A1", "CY")
                .containsEntry("U0", "CI")
                .containsEntry("X1", "GB")
                .containsEntry("KG", "IL")
                .containsEntry("B5", "DO")
                .containsEntry("MU", "MN")
                .doesNotContainKeys("YN", "KS", "KE");
        assertThat(countries.skipped()).containsExactly("10: Y-NN,South Ossetia");
    }

    @Test
    void codesThatNoVinCanHaveAreToldAndLeftOut() throws IOException {
        var list = MakerFile.makers(Path.of(file("m.csv", "wmi,manufacturer\nWOL,Opel\nW0L,Opel\n1B,Dodge\nYS2,\n")));

        assertThat(list.entries()).containsOnlyKeys("W0L", "1B");
        assertThat(list.skipped()).containsExactly("2: WOL,Opel", "5: YS2,");
    }
}
