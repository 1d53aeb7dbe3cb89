package org.partnerportal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** There is no way through the code to change or delete what was published or accepted. */
class PublishedForEverTests {

    private static final List<Class<? extends Repository<?, ?>>> REPOSITORIES =
            List.of(AgreementRepository.class, AgreementFileRepository.class);

    private static Stream<Method> methods() {
        return REPOSITORIES.stream().flatMap(repository -> Stream.of(repository.getDeclaredMethods()));
    }

    @Test
    void theRepositoriesOnlyAddAndRead() {
        assertThat(methods()).noneMatch(method -> method.getName().matches("(save|delete|remove|update).*"));
        List<String> writes = methods()
                .filter(method -> method.isAnnotationPresent(Modifying.class))
                .map(method -> Objects.requireNonNull(method.getAnnotation(NativeQuery.class))
                        .value())
                .toList();
        assertThat(writes)
                .hasSizeGreaterThan(3)
                .allMatch(sql -> sql.strip().toLowerCase(Locale.ROOT).startsWith("insert into"));
        assertThat(writes).noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains("do update"));
    }

    @Test
    void theRepositoriesInheritNothingThatWrites() {
        assertThat(REPOSITORIES)
                .allSatisfy(repository -> assertThat(repository.getInterfaces()).containsExactly(Repository.class));
    }

    @Test
    void whatIsReadIsNeverWrittenBack() {
        assertThat(List.of(Agreement.class, AgreementAcceptance.class, AgreementFile.class))
                .allMatch(entity -> entity.isAnnotationPresent(Immutable.class));
    }
}
