package org.partnerportal.bulkinvitation;

import java.util.List;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.invitation.Offer;

/** What a row offers, and everything that is wrong with it. */
record ReadRow(Offer offer, List<BatchProblem> problems) {}
