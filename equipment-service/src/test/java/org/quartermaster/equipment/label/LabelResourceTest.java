package org.quartermaster.equipment.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PdfReader;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class LabelResourceTest {
    private static final String EQUIPMENT = "/api/v1/equipment/";

    private final TestTenant tenant = TestTenant.create();
    private String machine;

    @BeforeEach
    void registerMachine() {
        machine = registered("{\"name\":\"John Deere 8R 410\",\"name_ar\":\"جون ديري 8R 410\",\"equipment_type\":"
                + "\"tractor\",\"serial_number\":\"JD8R410-2023-001\",\"qr_code\":\"QR_EQ001_JD8R410\"}");
    }

    private String registered(String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private byte[] get(String file) {
        return tenant.as("viewer")
                .get(EQUIPMENT + machine + "/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String url() {
        return tenant.as("viewer")
                .get(EQUIPMENT + machine + "/scan-token")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** NB: told that there is nothing but the code, because ZXing overlooks one of 200 clean codes otherwise. */
    private static String scanned(BufferedImage image) throws ReaderException {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    @ParameterizedTest
    @CsvSource({"'',512", "?size=64&margin=0,64", "?size=2048&ecc=H&margin=16,2048", "?ecc=L,512"})
    void aPhoneReadsTheAddressOfTheMachine(String query, int pixels) throws Exception {
        var image = image(get("qr.png" + query));

        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(scanned(image)).isEqualTo(url()).matches("http://.+/scan/[A-Za-z0-9]{22}");
    }

    @Test
    void theLabelHas300DotsAnInch() throws IOException {
        var label = image(get("label.png"));

        assertThat(label.getWidth()).isEqualTo(827);
        assertThat(label.getHeight()).isEqualTo(437);
    }

    @Test
    void theSvgIsOnePathWithoutFonts() {
        var code = new String(get("qr.svg"));
        var label = new String(get("label.svg"));

        assertThat(code).startsWith("<svg ").containsOnlyOnce("<path ");
        assertThat(label).startsWith("<svg ").containsOnlyOnce("<path ").doesNotContain("<text", "font");
    }

    @Test
    void theSamePdfIsTheSameFile() throws IOException {
        var first = get("label.pdf");

        assertThat(get("label.pdf")).isEqualTo(first);
        try (var pdf = new PdfReader(first)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPageSize(1).getWidth()).isBetween(198f, 199f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr.png", "qr.svg", "label.png", "label.svg", "label.pdf"})
    void aKnownLabelIsSentAgainOnlyAfterAChange(String file) {
        var path = EQUIPMENT + machine + "/" + file;
        var tag = tenant.as("viewer").get(path).header("ETag");

        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        tenant.manager().post(EQUIPMENT + machine + "/scan-token").then().statusCode(201);
        tenant.as("viewer").header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "size=63,greater_than_equal",
        "size=2049,less_than_equal",
        "margin=17,less_than_equal",
        "ecc=X,enum",
        "size=64&margin=16,greater_than_equal"
    })
    void sizesOutOfRangeAreRefused(String query, String code) {
        tenant.as("viewer")
                .get(EQUIPMENT + machine + "/qr.png?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void sheetsHold24LabelsAPageInTheGivenOrder() throws IOException {
        var ids = Collections.nCopies(49, "\"" + machine + "\"");

        var pdf = tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"equipment_ids\":" + ids + "}")
                .post("/api/v1/labels")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (var reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(3);
            assertThat(reader.getPageSize(1).getWidth()).isBetween(595f, 596f);
        }
    }

    @Test
    void sheetsNameEveryUnknownMachine() {
        print("{\"equipment_ids\":[\"" + machine + "\",\"eq_none\"]}")
                .statusCode(422)
                .body("errors.field", hasItem("equipment_ids[1]"));
        print("{\"equipment_ids\":[]}").statusCode(422).body("errors[0].code", equalTo("missing"));
        print("{}").statusCode(422).body("errors[0].code", equalTo("missing"));
        print("{\"equipment_ids\":" + Collections.nCopies(501, "\"" + machine + "\"") + "}")
                .statusCode(422)
                .body("errors[0].code", equalTo("less_than_equal"));
    }

    private ValidatableResponse print(String json) {
        return tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/labels")
                .then();
    }

    @Test
    void otherTenantsAndDeletedMachinesHaveNoLabel() {
        TestTenant.create()
                .manager()
                .get(EQUIPMENT + machine + "/label.png")
                .then()
                .statusCode(404)
                .body("code", equalTo("equipment_not_found"));
        tenant.manager().delete(EQUIPMENT + machine).then().statusCode(204);
        tenant.manager().get(EQUIPMENT + machine + "/qr.svg").then().statusCode(404);
    }
}
