package org.quartermaster.vehicle.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.sale.Auction;

/** Pictures of lots. */
@VehicleTest
class ImageTest {
    private static final String PICTURE = """
            {"storage_key": "lots/1.jpg", "seq": 1, "width": 640, "bytes": 1000, "content_hash": "ab",
             "source_url": "https://pictures.example/1.jpg"}""";

    private final Auction auction = Auction.create();

    private static String images(long lot) {
        return "/lots/" + lot + "/images";
    }

    private int added(long lot) {
        return auction.post(images(lot), PICTURE).statusCode(201).extract().path("id");
    }

    @Test
    void aPictureIsSeenOnTheCardAndToldOfAsAChangeOfItsLot() throws SQLException {
        var lot = auction.lot("active");

        auction.post(images(lot), PICTURE)
                .statusCode(201)
                .body("vin", is(auction.vin()))
                .body("lot_id", is((int) lot))
                .body("variant", is("full"))
                .body("content_hash", is("ab"))
                .body("is_removed", is(false));

        auction.get("/vehicles/" + auction.vin())
                .body("images.storage_key", is(List.of("lots/1.jpg")))
                .body("images[0].content_hash", nullValue());
        assertThat(Auction.told("lot", lot)).containsExactly("updated");
        assertThat(Auction.lastTold("lot", lot)).contains("\"changed\": [\"images\"]");
        assertThat(Auction.timeline(lot)).containsExactly("updated {\"images\": [null, \"1/full\"]}");
    }

    @Test
    void aPlaceHoldsOnePictureOfAVariant() throws SQLException {
        for (var lot : List.of(auction.lot("active"), auction.lotOf("null", "active"))) {
            added(lot);

            auction.post(images(lot), PICTURE)
                    .statusCode(409)
                    .body("code", is("duplicate"))
                    .body("errors[0].field", is("seq"));
            auction.post(images(lot), PICTURE.replace("\"seq\"", "\"variant\": \"thumb\", \"seq\""))
                    .statusCode(201);
        }
    }

    @Test
    void aDoubleClickAddsOnePicture() throws SQLException {
        var lot = auction.lot("active");
        var key = UUID.randomUUID().toString();

        for (var n = 0; n < 2; n++) {
            auction.admin()
                    .header("Idempotency-Key", key)
                    .body(PICTURE)
                    .post("/api/v1" + images(lot))
                    .then()
                    .statusCode(201);
        }

        assertThat(Auction.told("lot", lot)).hasSize(1);
    }

    @Test
    void aChangeOfAPictureClearsByNullAndMindsWhoCameBefore() throws SQLException {
        var image = added(auction.lot("active"));

        var tag = auction.patch("/images/" + image, "{\"width\": null, \"height\": 480}")
                .statusCode(200)
                .body("width", nullValue())
                .body("height", is(480))
                .body("bytes", is(1000))
                .extract()
                .header("ETag");
        auction.patch("/images/" + image, "{\"height\": 480}").statusCode(200).header("ETag", is(tag));
        auction.patch("/images/" + image, "{\"height\": 481}").statusCode(200);
        auction.admin()
                .header("If-Match", tag)
                .delete("/api/v1/images/" + image)
                .then()
                .statusCode(412);
        auction.patch("/images/" + image, "{\"storage_key\": null}").statusCode(422);
    }

    @Test
    void aPictureThatIsTakenAwayCanComeBack() throws SQLException {
        var lot = auction.lot("active");
        var image = added(lot);

        auction.delete("/images/" + image).statusCode(204);

        auction.get("/vehicles/" + auction.vin()).body("images", empty());
        auction.delete("/images/" + image).statusCode(410).body("code", is("image_removed"));
        auction.patch("/images/" + image, "{\"width\": 1}").statusCode(410);
        auction.patch("/images/" + image, "{\"is_removed\": false}").statusCode(200);
        auction.get("/vehicles/" + auction.vin()).body("images.seq", is(List.of(1)));
        assertThat(Auction.told("lot", lot)).containsExactly("updated", "updated", "updated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"seq": 1}                                                     | storage_key
            {"storage_key": "a"}                                           | seq
            {"storage_key": "a", "seq": -1}                                | seq
            {"storage_key": "a", "seq": 1, "variant": "Full size"}         | variant
            {"storage_key": "a", "seq": 1, "source_url": "file:///etc"}    | source_url
            {"storage_key": "a", "seq": 1, "width": 0}                     | width
            {"storage_key": "a", "seq": 1, "bytes": 1.5}                   | bytes
            {"storage_key": "a", "seq": 1, "is_removed": true}             | is_removed
            """)
    void aWrongValueIsRefused(String json, String field) throws SQLException {
        auction.post(images(auction.lot("active")), json).statusCode(422).body("errors[0].field", is(field));
    }

    @Test
    void onlyADataAdminMayAndOnlyWhatIsThere() throws SQLException {
        var lot = auction.lot("active");
        var image = added(lot);
        var manager = auction.tenant().manager().contentType("application/json").body(PICTURE);
        manager.post("/api/v1" + images(lot)).then().statusCode(403);
        auction.tenant().manager().delete("/api/v1/images/" + image).then().statusCode(403);

        auction.post(images(0), PICTURE).statusCode(404);
        auction.delete("/images/0").statusCode(404).body("code", is("image_not_found"));
        auction.patch("/images/x", "{}").statusCode(404);
    }
}
