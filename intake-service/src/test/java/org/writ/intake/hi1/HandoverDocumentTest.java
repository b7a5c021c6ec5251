package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Exchange.AGENCY;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.send;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;

/** Documents inside messages: kept with the message, or nothing of it is applied. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverDocumentTest {

  private final String authorisation = id();

  @BeforeEach
  void registerAgencies() {
    Exchange.registerAgencies();
  }

  @Test
  void severalDocumentsComeWithTheOrderAndAreReadBack() {
    // Given
    byte[] order = Documents.pdf("order " + id());
    ObjectNode delivered = delivery("translation.pdf", Documents.pdf("translation " + id()));

    // When
    String request =
        Exchange.requestOf(
            send(
                create(authorisation(authorisation)),
                create(task(id(), authorisation)),
                create(named("order.pdf", order)),
                Messages.deliver(delivered)));

    // Then
    Response documents = documents(request);
    assertThat(documents.<List<String>>path("items.fileName"))
        .containsExactly("order.pdf", "translation.pdf");
    assertThat(documents.<List<String>>path("items.kind")).containsExactly("ORDER", "SUPPLEMENT");
    String id = documents.path("items[0].id");
    assertThat(
            Intake.agency(AGENCY).get("/v1/requests/" + request + "/documents/" + id).asByteArray())
        .isEqualTo(order);
  }

  @Test
  void documentsTypeMaySayWhatItIsFor() {
    // Given
    ObjectNode translation = named("a.pdf", Documents.pdf("translation " + id()));
    ObjectNode order = named("b.pdf", Documents.pdf("order " + id()));
    ObjectNode unknown = named("c.pdf", Documents.pdf("ruling " + id()));
    translation.set("doc:DocumentType", Terms.entry("writ", "DocumentKind", "TRANSLATION"));
    order.set("doc:DocumentType", Terms.entry("writ", "DocumentKind", "ORDER"));
    unknown.set("doc:DocumentType", Terms.entry("writ", "DocumentKind", "RULING"));

    // When
    String request =
        Exchange.requestOf(
            send(
                create(authorisation(authorisation)),
                create(task(id(), authorisation)),
                create(translation),
                create(order)));
    var refused = send(create(unknown));

    // Then
    assertThat(documents(request).<List<String>>path("items.kind"))
        .containsExactly("TRANSLATION", "ORDER");
    assertThat(codes(refused)).containsExactly(3001);
  }

  @Test
  void unsoundDocumentLeavesNothingOfItsMessage() {
    // When
    var answer =
        send(
            create(authorisation(authorisation)),
            create(task(id(), authorisation)),
            create(named("order.pdf", Documents.pdf("order"))),
            create(named("order2.pdf", new byte[] {'M', 'Z', 0, 0})));

    // Then
    assertThat(codes(answer)).containsExactly(3000, 3000, 3000, 3007);
    assertThat(codes(send(get(authorisation)))).containsExactly(3014);
  }

  @Test
  void documentThatItsRequestDoesNotTakeLeavesNothingOfItsMessage() {
    // Given
    String request =
        Exchange.requestOf(
            send(
                create(authorisation(authorisation)),
                create(task(id(), authorisation)),
                create(named("order.pdf", Documents.pdf("order " + id())))));
    ObjectNode first = named("more.pdf", Documents.pdf("more " + id()));
    ObjectNode second = named("order.pdf", Documents.pdf("another " + id()));

    // When
    var answer = send(create(first), create(second));

    // Then
    assertThat(codes(answer)).containsExactly(3000, 3012);
    assertThat(documents(request).<List<String>>path("items.fileName"))
        .containsExactly("order.pdf");
    assertThat(codes(send(get(first.get("ObjectIdentifier").asText())))).containsExactly(3014);
  }

  private ObjectNode named(String name, byte[] bytes) {
    return Messages.document(id(), "application/pdf", bytes, authorisation)
        .put("doc:DocumentName", name);
  }

  private ObjectNode delivery(String name, byte[] bytes) {
    ObjectNode object = Messages.linked(Messages.object(ObjectType.DELIVERY, id()), authorisation);
    object
        .putObject("delivery:Delivery")
        .putObject("delivery:BinaryData")
        .put("delivery:Data", java.util.Base64.getEncoder().encodeToString(bytes))
        .put("delivery:OriginalFilename", name);
    return object;
  }

  private static Response documents(String request) {
    return Intake.agency(AGENCY).get("/v1/requests/" + request + "/documents");
  }
}
