// A short, soft tone, for who asked for one in their settings. A browser that was not touched yet plays nothing.
const length = 0.18
const pitch = 660

export function tone(): void {
  const audio = new AudioContext()
  const [source, loudness] = [audio.createOscillator(), audio.createGain()]
  source.frequency.value = pitch
  loudness.gain.setValueAtTime(0.08, audio.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + length)
  source.connect(loudness).connect(audio.destination)
  source.onended = () => void audio.close()
  source.start()
  source.stop(audio.currentTime + length)
}
