package org.partnerportal.passwordlink;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks up, after the answer has left, whether an address whose password is forgotten has an account. */
@Configuration(proxyBeanMethods = false)
class ForgottenTask {

    static final TaskDescriptor<String> LOOK_UP = TaskDescriptor.of("password-forgotten", String.class);

    @Bean
    OneTimeTask<String> lookUpForgotten(PasswordLinkService links) {
        return Tasks.oneTime(LOOK_UP)
                .execute((instance, context) -> links.lookUp(UUID.fromString(instance.getId()), instance.getData()));
    }
}
