package org.quartermaster.equipment.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LabelTest {
    private static final String URL = "https://machines.example.org/scan/0123456789ABCDEFGHIJKL";

    /** To be looked at, too: target/label.png. */
    @Test
    void aLabelHoldsAllThatBelongsOnItAndAPhoneReadsIt() throws Exception {
        var ink = Label.ink(new LabelContent(
                "New Holland CR9.90 combine harvester",
                "حاصدة نيو هولاند CR9.90 (الحقل الشمالي)",
                "NH-CR990-2021-008",
                "QR_EQ004_NHCR9",
                URL,
                1));
        var file = Drawing.labelPng(ink);

        Files.write(Path.of("target", "label.png"), file);

        assertThat(ink.getBounds2D().getMinX()).isGreaterThan(19);
        assertThat(ink.getBounds2D().getMaxX()).isLessThan(681);
        assertThat(ink.getBounds2D().getMaxY()).isLessThan(355);
        assertThat(scanned(file)).isEqualTo(URL);
    }

    private static String scanned(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
