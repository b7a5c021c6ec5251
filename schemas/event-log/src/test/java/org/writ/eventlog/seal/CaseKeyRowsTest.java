package org.writ.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseKeyRowsTest {

  private static final byte[] KEY = {1, 2, 3};

  @Inject Transactions transactions;
  @Inject DataSource dataSource;

  private final String subject = UUID.randomUUID().toString();

  private void keep(byte[] wrapped) {
    transactions.run(
        () ->
            Jdbc.run(
                dataSource, connection -> CaseKeyRows.keep(connection, Map.of(subject, wrapped))));
  }

  private Optional<byte[]> found() {
    return transactions.call(
        () -> Jdbc.call(dataSource, connection -> CaseKeyRows.find(connection, subject)));
  }

  @Test
  void keyThatIsReadIsKept() {
    // When
    keep(KEY);

    // Then
    assertThat(found()).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(KEY));
  }

  @Test
  void erasureTakesTheKeysPlace() {
    // Given
    keep(KEY);

    // When
    keep(CaseKeyRows.ERASED);

    // Then
    assertThat(found()).hasValueSatisfying(kept -> assertThat(kept).isEmpty());
  }

  @Test
  void keyThatIsSentAgainAfterItsErasureDoesNotComeBack() {
    // Given
    keep(KEY);
    keep(CaseKeyRows.ERASED);

    // When
    keep(KEY);

    // Then
    assertThat(found()).hasValueSatisfying(kept -> assertThat(kept).isEmpty());
  }

  @Test
  void erasureOfAKeyThatWasNeverReadIsRemembered() {
    // When
    keep(CaseKeyRows.ERASED);

    // Then
    assertThat(found()).hasValueSatisfying(kept -> assertThat(kept).isEmpty());
  }
}
