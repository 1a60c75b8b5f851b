package io.portafilter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OriginTest {
    @Test
    void anOriginIsReadFromItsText() {
        assertThat(Origin.parse("default")).isEqualTo(new Origin.Default());
        assertThat(Origin.parse("--https-port")).isEqualTo(new Origin.Flag("--https-port"));
        assertThat(Origin.parse("Ingress shop/web metadata.annotations[a b]"))
                .isEqualTo(new Origin.Field("Ingress shop/web", "metadata.annotations[a b]"));
    }

    @Test
    void whatIsNoOriginIsRefused() {
        assertThatThrownBy(() -> Origin.parse("Ingress shop/web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ingress shop/web");
    }
}
