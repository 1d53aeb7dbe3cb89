package org.partnerportal.changerequest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;

/**
 * The roles that a form offers.
 *
 * @param named those that were talked about already, or are ticked; shown at once
 * @param others all others that may be asked for; shown on demand
 */
record RolesToChoose(List<EntraRole> named, List<EntraRole> others) {

    static RolesToChoose of(EntraRoles catalogue, Collection<String> talkedAbout, Collection<String> ticked) {
        Set<String> named = new HashSet<>(talkedAbout);
        ticked.stream().filter(role -> catalogue.find(role).isPresent()).forEach(named::add);
        List<String> others = catalogue.requestable().stream()
                .map(EntraRole::id)
                .filter(role -> !named.contains(role))
                .toList();
        return new RolesToChoose(catalogue.named(named), catalogue.named(others));
    }
}
