package org.writ.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.account.Directory;
import org.writ.disclosure.collect.Approval;
import org.writ.disclosure.collect.Disclosed;
import org.writ.eventlog.testing.ArchitectureRules;

/** The rules of the house, and those that keep disclosure within the decision. */
class ArchitectureTest extends ArchitectureRules {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.writ.disclosure");

  @Test
  void onlyCollectReadsTheDirectory() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.writ.disclosure.collect..", "org.writ.disclosure.account..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Directory.class)
        .check(SERVICE);
  }

  @Test
  void onlyAScopeMakesDisclosedRecords() {
    constructors()
        .that()
        .areDeclaredIn(Disclosed.class)
        .should(onlyBeCalledBy("Scope"))
        .check(SERVICE);
  }

  @Test
  void onlyAnApprovalMakesAScope() {
    constructors()
        .that()
        .areDeclaredIn("org.writ.disclosure.collect.Scope")
        .should(onlyBeCalledBy(Approval.class.getSimpleName()))
        .check(SERVICE);
  }

  @Test
  void scopesStayInTheirRoom() {
    classes()
        .that()
        .haveFullyQualifiedName("org.writ.disclosure.collect.Scope")
        .should()
        .bePackagePrivate()
        .check(SERVICE);
  }

  private static ArchCondition<com.tngtech.archunit.core.domain.JavaConstructor> onlyBeCalledBy(
      String simpleName) {
    return new ArchCondition<>("only be called by " + simpleName) {
      @Override
      public void check(
          com.tngtech.archunit.core.domain.JavaConstructor constructor, ConditionEvents events) {
        constructor.getCallsOfSelf().stream()
            .filter(call -> !isNamed(call.getOriginOwner(), simpleName))
            .forEach(
                call ->
                    events.add(SimpleConditionEvent.violated(constructor, call.getDescription())));
      }
    };
  }

  private static boolean isNamed(JavaClass type, String simpleName) {
    return type.getName().equals("org.writ.disclosure.collect." + simpleName);
  }
}
