import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Metadatas = ReturnType<Storage['getTargetValidationMetadatas']>;

let remembered = false;

/**
 * class-validator gathers a class's rules anew for each object, past every class there is: a body of 20 lines pays for that 21 times. The
 * rules of a class are complete once it is declared, so what was gathered for it is kept.
 * (https://github.com/typestack/class-validator/issues/2686)
 */
export function rememberValidationMetadata(): void {
  if (remembered) {
    return;
  }
  remembered = true;
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  /** By whether rules of no group are asked for always and strictly. */
  const ofClass = new WeakMap<object, Metadatas[]>();
  const grouped = new WeakMap<Metadatas, ReturnType<Storage['groupByPropertyName']>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // Nested objects name the class that holds them as if it were a schema; rules by schema, which it could find, are declared nowhere here.
    if (groups && groups.length > 0) {
      return gather(target, schema, always, strictGroups, groups);
    }
    const asked = (always ? 2 : 0) + (strictGroups ? 1 : 0);
    const kept = ofClass.get(target) ?? [];
    ofClass.set(target, kept);
    return (kept[asked] ??= gather(target, schema, always, strictGroups, groups));
  };
  storage.groupByPropertyName = (metadatas) => {
    const kept = grouped.get(metadatas);
    if (kept) {
      return kept;
    }
    const made = group(metadatas);
    grouped.set(metadatas, made);
    return made;
  };
}
