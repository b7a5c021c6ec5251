package org.writ.eventlog.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.writ.eventlog.Fold;

/**
 * The rules of the house that a machine can check, for one service. A service has a test class that
 * extends this one, in the root package of the service; a room is a package directly below it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

  private static final Set<String> NAMES_THAT_SAY_NOTHING =
      Set.of("util", "utils", "common", "helper", "helpers", "impl", "dto", "model", "service");

  private static final DescribedPredicate<JavaClass> NETWORK =
      resideInAnyPackage(
              "java.net.http..",
              "java.nio.channels..",
              "io.vertx..",
              "jakarta.ws.rs..",
              "org.apache.kafka..",
              "org.eclipse.microprofile.rest.client..")
          .as("the network");

  private static final DescribedPredicate<JavaClass> CHANCE =
      assignableTo(RandomGenerator.class)
          .or(assignableTo(org.writ.eventlog.Ids.class))
          .as("chance");

  private static final DescribedPredicate<JavaClass> CLOCK =
      assignableTo(Clock.class).as("a clock");

  private static final DescribedPredicate<JavaClass> CONFIGURATION =
      resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config..")
          .as("the configuration");

  private static final DescribedPredicate<JavaClass> DATABASE =
      resideInAnyPackage(
              "jakarta.persistence..",
              "org.hibernate..",
              "io.quarkus.hibernate..",
              "java.sql..",
              "javax.sql..")
          .as("the database");

  private final String root = getClass().getPackageName();
  private JavaClasses service = new ClassFileImporter().importClasses();

  @BeforeAll
  void readClasses() {
    service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .should(
            new ArchCondition<>("be in a package with @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                    type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
              }
            })
        .check(service);
  }

  @Test
  void packagesAreNamedAfterTheDomain() {
    noClasses()
        .should()
        .resideInAnyPackage(
            NAMES_THAT_SAY_NOTHING.stream().map(name -> ".." + name + "..").toArray(String[]::new))
        .check(service);
  }

  @Test
  void roomsDoNotDependOnEachOtherInCircles() {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
  }

  @Test
  void rowsAndTheirRepositoriesStayInTheirRoom() {
    classes()
        .that(
            describe(
                "are rows, repositories, folds or resources",
                type ->
                    type.isAnnotatedWith("jakarta.persistence.Entity")
                        || type.isAssignableTo(Fold.class)
                        || type.isAssignableTo(
                            "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                        || type.isAnnotatedWith("jakarta.ws.rs.Path")))
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void onlyTheRoomLogTouchesKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage(root + ".log..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..")
        .check(service);
  }

  @Test
  void aFoldReachesNoClockNetworkChanceOrConfiguration() {
    var unpredictable = CLOCK.or(NETWORK).or(CHANCE).or(CONFIGURATION);
    classes()
        .that()
        .areAssignableTo(Fold.class)
        .should(
            reachNothingOf("that is not in the event", (fold, type) -> unpredictable.test(type)))
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void aFoldReachesNoOtherRoom() {
    classes()
        .that()
        .areAssignableTo(Fold.class)
        .should(
            reachNothingOf(
                "in another room",
                (fold, type) -> service.contain(type.getName()) && !room(type).equals(room(fold))))
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void decidingIsPure() {
    methods()
        .that()
        .haveName("decide")
        .and(
            describe(
                "are no resource's",
                method -> !method.getOwner().isAnnotatedWith("jakarta.ws.rs.Path")))
        .should(
            new ArchCondition<>("reach no clock, chance, database, network or configuration") {
              @Override
              public void check(
                  com.tngtech.archunit.core.domain.JavaMethod decide, ConditionEvents events) {
                var impure = CLOCK.or(CHANCE).or(DATABASE).or(NETWORK).or(CONFIGURATION);
                decide.getCallsFromSelf().stream()
                    .filter(call -> impure.test(call.getTargetOwner()))
                    .forEach(
                        call ->
                            events.add(
                                SimpleConditionEvent.violated(decide, call.getDescription())));
                decide.getRawParameterTypes().stream()
                    .filter(impure)
                    .forEach(
                        type ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    decide, decide.getFullName() + " is given " + type.getName())));
              }
            })
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void theTimeComesFromTheInjectedClock() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the system's clock is read",
                (JavaMethodCall call) ->
                    isSystemTime(call)
                        || (call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system"))))
        .check(service);
  }

  @Test
  void idsComeFromTheInjectedIds() {
    noClasses().should().callMethod(UUID.class, "randomUUID").check(service);
  }

  @Test
  void injectionIsByConstructor() {
    noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(service);
    noFields()
        .should()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .check(service);
  }

  @Test
  void transactionsAreRunByTheLog() {
    noClasses().should().beAnnotatedWith("jakarta.transaction.Transactional").check(service);
    noMethods().should().beAnnotatedWith("jakarta.transaction.Transactional").check(service);
  }

  @Test
  void beansHaveFinalFieldsOnly() {
    fields()
        .that()
        .areDeclaredInClassesThat(
            describe(
                "are beans",
                type ->
                    type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                        || type.isAnnotatedWith("jakarta.enterprise.context.RequestScoped")
                        || type.isAnnotatedWith("jakarta.inject.Singleton")
                        || type.isAnnotatedWith("jakarta.ws.rs.Path")))
        .and(
            describe(
                "are not made by the compiler",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should()
        .beFinal()
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void optionalIsOnlyAReturnType() {
    noFields()
        .that()
        .areDeclaredInClassesThat(
            describe(
                "are no settings",
                type -> !type.isAnnotatedWith("io.smallrye.config.ConfigMapping")))
        .should()
        .haveRawType(Optional.class)
        .check(service);
  }

  @Test
  void resourcesAreNamedResourceOrPage() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .orShould()
        .haveSimpleNameEndingWith("Page")
        .allowEmptyShould(true)
        .check(service);
  }

  /** Follows the service's own classes only: libraries reach everything somehow. */
  private ArchCondition<JavaClass> reachNothingOf(
      String what, BiPredicate<JavaClass, JavaClass> forbidden) {
    return new ArchCondition<>("reach nothing " + what) {
      @Override
      public void check(JavaClass fold, ConditionEvents events) {
        var seen = new HashSet<JavaClass>();
        var waiting = new ArrayDeque<JavaClass>(List.of(fold));
        while (!waiting.isEmpty()) {
          for (var dependency : waiting.remove().getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (forbidden.test(fold, target)) {
              events.add(SimpleConditionEvent.violated(fold, dependency.getDescription()));
            } else if (service.contain(target.getName()) && seen.add(target)) {
              waiting.add(target);
            }
          }
        }
      }
    };
  }

  private String room(JavaClass type) {
    String below = type.getPackageName().substring(root.length());
    int end = below.indexOf('.', 1);
    return end < 0 ? below : below.substring(0, end);
  }

  private static boolean isSystemTime(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    boolean now =
        call.getName().equals("now")
            && (call.getTarget().getRawParameterTypes().isEmpty()
                || !call.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(Clock.class));
    boolean time =
        owner.isEquivalentTo(Instant.class)
            || owner.isEquivalentTo(LocalDate.class)
            || owner.isEquivalentTo(LocalDateTime.class)
            || owner.isEquivalentTo(OffsetDateTime.class)
            || owner.isEquivalentTo(ZonedDateTime.class);
    return (now && time)
        || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
  }
}
