package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.problem.Place;

/**
 * Something that not every version of CoreDNS has.
 *
 * @param plugin whose it is
 * @param name what people write
 * @param since the first version that has it
 * @param place where it is used
 */
public record Feature(String plugin, String name, Version since, Place place) {}
