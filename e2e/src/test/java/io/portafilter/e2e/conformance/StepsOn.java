package io.portafilter.e2e.conformance;

import io.cucumber.core.backend.ObjectFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives each scenario steps of its own, on sites of one sort. Cucumber chooses among its subclasses by name. */
public abstract class StepsOn implements ObjectFactory {
    private final Site.Opener sites;
    private @Nullable Steps steps;

    /** Steps on the sites that this makes. */
    protected StepsOn(Site.Opener sites) {
        this.sites = sites;
    }

    @Override
    public final boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public final <T> T getInstance(Class<T> glue) {
        return glue.cast(Objects.requireNonNull(steps, "no scenario has started"));
    }

    @Override
    public final void start() {
        steps = new Steps(sites);
    }

    @Override
    public final void stop() {
        steps = null;
    }
}
