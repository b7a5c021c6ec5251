package org.writ.review.desk.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.writ.eventlog.Actor;
import org.writ.pages.Frame;
import org.writ.review.conflict.Conflicts;
import org.writ.review.desk.People;
import org.writ.web.list.Page;

/**
 * Conflicts of interest as their page shows them.
 *
 * @param f the frame
 * @param reader whoever looks
 * @param page the conflicts
 * @param first whether it begins with the first one
 * @param search id of the agency that is looked for; empty: any
 * @param agency as it was typed into the form
 * @param person as it was typed into the form
 * @param faults what is wrong with the form, by field
 * @param refusal why something was not done
 * @param done what was done just now: declared, ended; empty: nothing
 */
record ConflictDetail(
    Frame f,
    Actor reader,
    Page<Conflicts.Declared> page,
    boolean first,
    String search,
    String agency,
    String person,
    Map<String, String> faults,
    Refusal refusal,
    String done) {

  /** Whether the form has what was typed into it. */
  public boolean kept() {
    return !agency.isEmpty() || !person.isEmpty();
  }

  /** A conflict in words. */
  record Line(
      String agency,
      String reviewer,
      String person,
      String declaredBy,
      String moment,
      boolean own) {}

  /** The conflicts. */
  public List<Line> lines() {
    return page.map(
        conflict ->
            new Line(
                conflict.agency(),
                conflict.reviewer(),
                People.name(f.w(), reader.id(), conflict.reviewer()),
                People.name(f.w(), reader.id(), conflict.declaredBy()),
                f.moment(conflict.declaredAt()),
                conflict.reviewer().equals(reader.id())));
  }

  /** Whether the reader sees others' conflicts, declares and ends them. */
  public boolean all() {
    return Conflicts.seesAll(reader);
  }

  /** Where the next ones are; empty if these are the last. */
  public String next() {
    return page.nextCursor() == null
        ? ""
        : "/desk/conflicts?cursor="
            + page.nextCursor()
            + (search.isEmpty()
                ? ""
                : "&agency=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
  }

  /** What is wrong with a field; empty if nothing is. */
  public String faultOf(String field) {
    return faults.getOrDefault(field, "");
  }

  /** Key of the words for what was done. */
  public String doneKey() {
    return "conflicts.done." + done;
  }

  static String known(String done) {
    return Stream.of("declared", "ended").filter(done::equals).findFirst().orElse("");
  }
}
