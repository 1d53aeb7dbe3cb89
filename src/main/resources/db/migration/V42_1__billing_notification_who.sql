-- Of which organisation somebody is who changed a subscription, and why one is not renewed. Of what happened before, the trail
-- tells whose person it was, and what was canceled because its seller left.
alter table billing_notification add column person_tenant_id uuid;
alter table billing_notification add column cancel_reason varchar(20);
update billing_notification set person_tenant_id = (
    select e.tenant_id from trail_entry e
    where e.customer_id = billing_notification.customer_id and e.at = billing_notification.at
        and e.subject_id = billing_notification.subscription_id and e.kind = billing_notification.kind
    order by e.id limit 1);
update billing_notification set cancel_reason = 'SELLER_LEFT'
where kind = 'SubscriptionCanceled' and exists (
    select 1 from trail_entry e
    where e.customer_id = billing_notification.customer_id and e.at = billing_notification.at
        and e.subject_id = billing_notification.subscription_id and e.kind = billing_notification.kind
        and e.details like '%"cancelReason":"SELLER_LEFT"%');
