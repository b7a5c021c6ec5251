package org.writ.intake.hi1;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writ.intake.hi1.Action.ListObjects;

/**
 * A request message that follows the schema.
 *
 * @param header who asks whom
 * @param actions in order, at least one
 */
record Message(Header header, List<Action> actions) {

  /** Every object that an action is about or links to. */
  Set<String> mentioned() {
    var ids = new LinkedHashSet<String>();
    for (Action action : actions) {
      var id = action.objectId();
      if (id != null) {
        ids.add(id);
      }
      switch (action) {
        case Action.Create create -> ids.addAll(create.object().associated());
        case Action.Update update -> ids.addAll(update.object().associated());
        case Action.Deliver deliver -> ids.addAll(deliver.object().associated());
        case Action.Get _, Action.ListObjects _, Action.GetConfig _, Action.Faulty _ -> {}
      }
    }
    return ids;
  }

  /** Every object that an action reads. */
  Set<String> read() {
    var ids = new LinkedHashSet<String>();
    for (Action action : actions) {
      if (action instanceof Action.Get get) {
        ids.add(get.objectId());
      }
    }
    return ids;
  }

  /** The LISTs, by their places, from 0. */
  Map<Integer, ListObjects> lists() {
    var lists = new LinkedHashMap<Integer, ListObjects>();
    for (int place = 0; place < actions.size(); place++) {
      if (actions.get(place) instanceof ListObjects list) {
        lists.put(place, list);
      }
    }
    return lists;
  }
}
