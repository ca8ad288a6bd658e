package org.quartermaster.procurement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When there is a model at all. */
final class ModelServerTest {
    @Test
    void isOffUnlessAnAddressIsGiven() {
        assertThat(ModelServer.of(ModelStub.config(Optional.empty()))).isEmpty();
        assertThat(ModelServer.of(ModelStub.config(Optional.of(" ")))).isEmpty();
    }
}
