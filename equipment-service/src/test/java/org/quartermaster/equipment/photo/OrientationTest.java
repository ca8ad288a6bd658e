package org.quartermaster.equipment.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

    /** Where the first stored pixel is seen, by Exif 2.32, table in section 4.6.4; the picture is 40 x 30 as stored. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,40,0", "3,40,30", "4,0,30", "5,0,0", "6,30,0", "7,30,40", "8,0,40"})
    void theFirstPixelGoesWhereTheTagSays(int tag, double x, double y) throws IOException {
        var orientation = Orientation.ofJpeg(TestPicture.jpegWithExif(40, 30, tag));

        assertThat(orientation.tag()).isEqualTo(tag);
        assertThat(orientation.upright(40, 30).transform(new Point2D.Double(), null))
                .isEqualTo(new Point2D.Double(x, y));
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "4711"})
    void nonsenseIsUpright(int tag) throws IOException {
        assertThat(Orientation.ofJpeg(TestPicture.jpegWithExif(4, 4, tag)).isUpright())
                .isTrue();
        assertThat(Orientation.ofJpeg(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0})
                        .isUpright())
                .isTrue();
    }
}
