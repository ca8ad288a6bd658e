package org.quartermaster.procurement.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** An outside model, which nothing here needs; off unless an address is given. */
@ConfigMapping(prefix = "qm.model")
public interface ModelConfig {
    /** Address of an API that speaks as OpenAI's does, such as {@code http://localhost:11434/v1}; QM_MODEL_URL. */
    @WithDefault("${QM_MODEL_URL:}")
    Optional<String> url();

    /** Key for that address, where it asks for one; QM_MODEL_KEY. */
    @WithDefault("${QM_MODEL_KEY:}")
    Optional<String> key();

    /** Name of the model that makes vectors of 768 numbers. */
    @WithDefault("text-embedding-3-small")
    String embeddings();

    /** Name of the model that words answers. */
    @WithDefault("gpt-4o-mini")
    String answers();

    /** How long an answer of the model may take. */
    @WithDefault("PT20S")
    Duration timeout();
}
