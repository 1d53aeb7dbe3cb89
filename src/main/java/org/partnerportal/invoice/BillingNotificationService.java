package org.partnerportal.invoice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.shared.Ids;
import org.partnerportal.subscription.SubscriptionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happened to subscriptions for those who look after the bills, and shows it. */
@Service
@Transactional(readOnly = true)
class BillingNotificationService {

    static final int PAGE = 50;

    private final BillingNotificationRepository notifications;
    private final AdminCenters centers;

    BillingNotificationService(BillingNotificationRepository notifications, AdminCenters centers) {
        this.notifications = notifications;
        this.centers = centers;
    }

    @EventListener
    @Transactional
    void on(SubscriptionEvent event) {
        notifications.save(new BillingNotification(event));
    }

    /**
     * One page, newest first.
     *
     * @param before the one behind which this page begins, or null on the first
     * @param next the one behind which the next page begins, or null on the last
     */
    record Page(
            List<BillingNotificationRepository.Line> lines,
            @Nullable UUID before,
            @Nullable UUID next) {}

    @Transactional
    Page page(AdminCenter center, @Nullable UUID before) {
        centers.use(center, Permission.SEE_BILLING_NOTIFICATIONS);
        List<BillingNotificationRepository.Line> found =
                notifications.before(center.tenant(), before == null ? Ids.LAST : before, Limit.of(PAGE + 1));
        boolean more = found.size() > PAGE;
        List<BillingNotificationRepository.Line> shown = more ? found.subList(0, PAGE) : found;
        return new Page(shown, before, more ? shown.get(PAGE - 1).id() : null);
    }
}
