package org.partnerportal.device;

import org.partnerportal.shared.CutCount;

/** How many devices there are, counted up to {@link CutCount#MOST}. */
public record DeviceFigure(long count) implements CutCount {}
