package org.quartermaster.equipment.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class PhotoResourceTest {
    private static final String EQUIPMENT = "/api/v1/equipment/";
    private static final String PHOTOS = "/api/v1/photos/";

    private final TestTenant tenant = TestTenant.create();
    private String machine;

    @BeforeEach
    void registerMachine() {
        machine = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .path("equipment_id");
    }

    private ValidatableResponse send(byte[] file) {
        return tenant.as("operator")
                .contentType("image/jpeg")
                .body(file)
                .post(EQUIPMENT + machine + "/photos")
                .then();
    }

    private String added() throws IOException {
        return send(TestPicture.jpeg(40, 30)).statusCode(201).extract().path("photo_id");
    }

    private ValidatableResponse patch(String id, String json) {
        return tenant.as("operator")
                .contentType(ContentType.JSON)
                .body(json)
                .patch(PHOTOS + id)
                .then();
    }

    private ValidatableResponse list() {
        return tenant.as("viewer").get(EQUIPMENT + machine + "/photos").then().statusCode(200);
    }

    private byte[] bytes(String id, String query) {
        return tenant.as("viewer")
                .get(PHOTOS + id + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void theFirstPhotoStandsForTheMachine() throws IOException {
        var first = send(TestPicture.jpeg(640, 480))
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", notNullValue())
                .body("content_type", equalTo("image/jpeg"))
                .body("width", equalTo(640))
                .body("is_primary", equalTo(true))
                .body("caption", nullValue())
                .extract()
                .<String>path("photo_id");
        var second = added();

        list().body("items.photo_id", contains(first, second)).body("total", equalTo(2));
        tenant.as("viewer")
                .get(EQUIPMENT + machine)
                .then()
                .body("primary_photo_url", equalTo(PHOTOS + first))
                .body("version", equalTo(1));
    }

    @Test
    void aFormSaysMoreAboutItsPhoto() throws IOException {
        tenant.as("operator")
                .multiPart("photo", "front.png", TestPicture.png(20, 10), "image/png")
                .multiPart("caption", "Front")
                .multiPart("caption_ar", "الأمام", "text/plain; charset=utf-8")
                .multiPart("taken_at", "2026-05-01T10:00:00Z")
                .post(EQUIPMENT + machine + "/photos")
                .then()
                .statusCode(201)
                .body("content_type", equalTo("image/png"))
                .body("caption", equalTo("Front"))
                .body("caption_ar", equalTo("الأمام"))
                .body("taken_at", equalTo("2026-05-01T10:00:00Z"));
        tenant.as("operator")
                .multiPart("caption", "Without a file")
                .post(EQUIPMENT + machine + "/photos")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("photo"));
    }

    @Test
    void aPhotoIsStoredUprightAndWithoutExif() throws IOException {
        var id = send(TestPicture.jpegWithExif(64, 32, 6))
                .statusCode(201)
                .body("width", equalTo(32))
                .body("height", equalTo(64))
                .extract()
                .<String>path("photo_id");

        var stored = bytes(id, "");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "OwnerOfThisCamera");
        var image = ImageIO.read(new ByteArrayInputStream(stored));
        assertThat(new Color(image.getRGB(16, 8)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(16, 56)).getBlue()).isGreaterThan(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sizes")
    void theThumbHasAtMost320PixelsASide(int width, int height, int thumbWidth, int thumbHeight) throws IOException {
        var id = send(TestPicture.jpeg(width, height)).statusCode(201).extract().<String>path("photo_id");

        var thumb = ImageIO.read(new ByteArrayInputStream(bytes(id, "?size=thumb")));

        assertThat(thumb.getWidth()).isEqualTo(thumbWidth);
        assertThat(thumb.getHeight()).isEqualTo(thumbHeight);
    }

    private static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(1600, 1200, 320, 240), Arguments.of(100, 2000, 16, 320), Arguments.of(50, 40, 50, 40));
    }

    @Test
    void aKnownPictureIsNotSentAgain() throws IOException {
        var id = added();
        var tag = tenant.as("viewer").get(PHOTOS + id).header("ETag");

        tenant.as("viewer").header("If-None-Match", tag).get(PHOTOS + id).then().statusCode(304);
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(PHOTOS + id + "?size=thumb")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        tenant.as("viewer").get(PHOTOS + id + "?size=huge").then().statusCode(422);
    }

    @Test
    void thePrimaryPhotoMovesAndIsHandedOn() throws IOException {
        var first = added();
        var second = added();
        var third = added();

        patch(third, "{\"is_primary\":true,\"caption\":\"Best\"}")
                .statusCode(200)
                .body("is_primary", equalTo(true))
                .body("caption", equalTo("Best"))
                .body("version", equalTo(2));
        list().body("items.photo_id", contains(third, first, second));
        tenant.as("operator").delete(PHOTOS + third).then().statusCode(204);

        list().body("items.photo_id", contains(first, second)).body("items[0].is_primary", equalTo(true));
        tenant.as("operator").delete(PHOTOS + third).then().statusCode(404);
        tenant.as("viewer").get(PHOTOS + third).then().statusCode(404);
    }

    @Test
    void patchIsAMergeAndHonoursIfMatch() throws IOException {
        var id = added();
        var tag =
                patch(id, "{\"caption\":\"A\",\"caption_ar\":\"ب\"}").extract().header("ETag");

        patch(id, "{\"caption\":null}").body("caption", nullValue()).body("caption_ar", equalTo("ب"));
        tenant.as("operator")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"caption\":\"B\"}")
                .patch(PHOTOS + id)
                .then()
                .statusCode(412);
        patch(id, "{\"is_primary\":null}").statusCode(422).body("errors[0].code", equalTo("null_not_allowed"));
        patch(id, "{\"width\":3}").statusCode(422).body("errors[0].code", equalTo("unknown_field"));
        patch(id, "{\"is_primary\":false}").statusCode(200).body("is_primary", equalTo(false));
    }

    @Test
    void whatIsNoPhotoIsRefused() throws IOException {
        send("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        send(TestPicture.cut(TestPicture.png(64, 64))).statusCode(415);
        send(new byte[8 * 1024 * 1024 + 1]).statusCode(413);
        tenant.as("operator")
                .multiPart("photo", "big.jpg", new byte[8 * 1024 * 1024 + 1], "image/jpeg")
                .post(EQUIPMENT + machine + "/photos")
                .then()
                .statusCode(413);
        list().body("items", hasSize(0));
    }

    @Test
    void aBombIsRefusedByItsHeaderAlone() throws IOException {
        send(TestPicture.pngThatClaims(100_000, 100_000))
                .statusCode(422)
                .body("errors[0].field", equalTo("photo"))
                .body("errors[0].code", equalTo("too_many_pixels"));
        send(TestPicture.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE)).statusCode(422);
    }

    @Test
    void theTwentyFirstPhotoIsOneTooMany() throws IOException {
        for (var i = 0; i < 20; i++) {
            added();
        }

        send(TestPicture.jpeg(8, 8))
                .statusCode(409)
                .body("code", equalTo("too_many_photos"))
                .body("detail", equalTo("A machine has at most 20 photos."));
    }

    @Test
    void theSameFormWithItsKeyGivesTheFirstAnswerAgain() throws IOException {
        var file = TestPicture.jpeg(40, 30);
        var ids = Stream.of(1, 2)
                .map(n -> tenant.as("operator")
                        .header("Idempotency-Key", "photo")
                        .multiPart("photo", "a.jpg", file, "image/jpeg")
                        .post(EQUIPMENT + machine + "/photos")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("photo_id"))
                .distinct();

        assertThat(ids).hasSize(1);
        list().body("items", hasSize(1));
    }

    @Test
    void photosOfAnotherTenantOrOfADeletedMachineAreNotThere() throws IOException {
        var id = added();
        var other = TestTenant.create();

        other.manager().get(PHOTOS + id).then().statusCode(404).body("code", equalTo("photo_not_found"));
        other.manager().delete(PHOTOS + id).then().statusCode(404);
        other.manager().get(EQUIPMENT + machine + "/photos").then().statusCode(404);
        tenant.as("viewer").delete(PHOTOS + id).then().statusCode(403);
        tenant.manager().delete(EQUIPMENT + machine).then().statusCode(204);

        tenant.as("viewer").get(PHOTOS + id).then().statusCode(404);
        tenant.manager().get(EQUIPMENT + machine + "/photos").then().statusCode(404);
        tenant.manager()
                .get(EQUIPMENT + machine + "/photos?include_deleted=true")
                .then()
                .statusCode(200)
                .body("items[0].url", endsWith(id));
        tenant.as("viewer")
                .get(EQUIPMENT + machine + "/photos?include_deleted=true")
                .then()
                .statusCode(403);
    }
}
