// In which order jest runs the test files. Those with processes and deadlines of their own come first, beside one another
// and without a browser, which would take the processor from under them; then everything else, and the browsers last.
const places = [/\/test\/(?:faults|commands|intake|ops)\//, /\/test\/(?!browser|journeys)/, /./]

const placeOf = ({ path }) => places.findIndex(place => place.test(path))

export default class Sequencer {
  sort(tests) {
    return tests.toSorted((one, other) => placeOf(one) - placeOf(other) || one.path.localeCompare(other.path))
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}
